import type { Server as HttpServer } from "node:http";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { Server } from "socket.io";
import type { CoupleId } from "@/lib/ids";
import { type Ack, maxMessageBytes } from "@/lib/protocol";
import type { ReadingRefusal } from "@/lib/reading/together";
import { refuse } from "@/lib/result";
import { log } from "@/server/log";
import { type Happening, subscribe } from "@/server/publish";
import { accounts } from "@/server/realtime/accounts";
import { shakeHands } from "@/server/realtime/handshake";
import { isOwnOrigin } from "@/server/realtime/own-origin";
import { readings } from "@/server/realtime/reading";
import { recentSet } from "@/server/realtime/recent-set";
import { rooms } from "@/server/realtime/room";
import { watchSessions } from "@/server/realtime/session-watch";
import { type RealtimeServer, type RealtimeSocket, roomOf } from "@/server/realtime/sockets";
import { tokenBucket } from "@/server/realtime/token-bucket";

export type Limits = {
  /** Of one connection, and of all connections of one account. */
  connection: { perSecond: number; burst: number };
  account: { perSecond: number; burst: number };
  /** So much is answered `slowDown`; whoever goes on after it is cut. */
  refused: { perSecond: number; burst: number };
  connectionsOfAccount: number;
  /** How long a session counts as live without asking the database again. */
  recheckSessionsAfterMs: number;
};

const usualLimits: Limits = {
  connection: { perSecond: 20, burst: 40 },
  account: { perSecond: 30, burst: 60 },
  refused: { perSecond: 10, burst: 200 },
  connectionsOfAccount: 20,
  recheckSessionsAfterMs: 5 * 60 * 1000,
};

export type Realtime = {
  /** Answers what is under way, then closes every connection so that pages come back by themselves. */
  close(): Promise<void>;
};

type Answered = Ack<unknown> | Ack<unknown, ReadingRefusal>;
type Options = { publicUrl: string; limits?: Limits };

/** Longer than a handshake may take from its read of the session to its end. */
const endedForMs = 60_000;
const longestFarewellMs = 5_000;

/** Attaches the socket server to the http server: the one way in and out of the rooms. */
export const attachRealtime = (server: HttpServer, { publicUrl, limits = usualLimits }: Options): Realtime => {
  const io: RealtimeServer = new Server(server, {
    serveClient: false,
    transports: ["websocket", "polling"],
    allowRequest: (req, decide) => decide(null, isOwnOrigin(req, publicUrl)),
    maxHttpBufferSize: maxMessageBytes,
    perMessageDeflate: false,
    httpCompression: false,
    // Upgrades of other paths are Next's (in development) or nobody's; boot decides.
    destroyUpgrade: false,
    connectTimeout: 10_000,
    pingInterval: 15_000,
    pingTimeout: 10_000,
  });
  const room = rooms(io);
  const reading = readings(io);
  const events = new Map<string, (socket: RealtimeSocket, payload: unknown) => Promise<Answered>>(
    Object.entries({ ...room.events, ...reading.events }),
  );
  const sessions = watchSessions(io, limits.recheckSessionsAfterMs);
  const people = accounts(limits.account, limits.connectionsOfAccount);
  const endedSessions = recentSet(endedForMs);
  let isClosing = false;
  let underWay = 0;

  io.use(async (socket, next) => {
    const shaken = isClosing ? refuse("unavailable") : await shakeHands(socket);
    if (!shaken.ok) return next(new Error(shaken.refusal));
    const { personId, sessionId } = shaken.value;
    if (endedSessions.has(sessionId)) return next(new Error("signedOut"));
    // Gone while the database was asked: its end was told already, so it may not be counted any more.
    if (socket.conn.readyState !== "open") return next(new Error("unavailable"));
    if (!people.connect(personId)) return next(new Error("unavailable"));
    socket.conn.once("close", () => people.disconnect(personId));
    socket.data = {
      personId,
      sessionId,
      checkedAt: Date.now(),
      place: null,
      reading: null,
      moving: Promise.resolve(),
      mayAsk: tokenBucket(limits.connection),
      mayBeRefused: tokenBucket(limits.refused),
    };
    await socket.join([roomOf.person(personId), roomOf.session(sessionId)]);
    next();
  });

  const answer = async (socket: RealtimeSocket, event: string, payload: unknown): Promise<Answered> => {
    const now = Date.now();
    const { personId, mayAsk, mayBeRefused } = socket.data;
    if (!mayAsk(now) || !people.mayAsk(personId, now)) {
      if (!mayBeRefused(now)) setImmediate(() => socket.disconnect(true));
      return refuse("slowDown");
    }
    if (isClosing) return refuse("unavailable");
    const carryOut = events.get(event);
    if (!carryOut) return refuse("invalid");
    underWay += 1;
    try {
      return (await sessions.isLive(socket, now)) ? await carryOut(socket, payload) : refuse("notAParticipant");
    } catch (err) {
      log.error({ err, kind: event, personId }, "a socket's question could not be answered");
      return refuse("unavailable");
    } finally {
      underWay -= 1;
    }
  };

  io.on("connection", (socket) => {
    if (endedSessions.has(socket.data.sessionId)) sessions.end(socket.data.sessionId);
    // One door for every event, known or not: each is counted, and each that asks for an answer gets one.
    socket.onAny((event: string, ...args: unknown[]) => {
      const reply = args.at(-1);
      void answer(socket, event, args[0]).then((said) => {
        if (typeof reply === "function") reply(said);
      });
    });
    socket.on("disconnect", (reason) => {
      const onPurpose = reason === "client namespace disconnect";
      room.gone(socket, onPurpose);
      reading.gone(socket, onPurpose);
    });
  });

  const closeCouple = (coupleId: CoupleId): void => {
    room.closeCouple(coupleId);
    reading.closeCouple(coupleId);
  };

  const hear = (happening: Happening): void => {
    if (happening.type === "checkInChanged") room.show(happening.coupleId, happening.state);
    else if (happening.type === "coupleUnlinked") closeCouple(happening.coupleId);
    else if (happening.type === "homeChanged") {
      for (const personId of happening.personIds) io.to(roomOf.person(personId)).emit("home:changed");
    } else {
      for (const sessionId of happening.sessionIds) {
        endedSessions.add(sessionId, Date.now());
        sessions.end(sessionId);
      }
    }
  };
  const stopHearing = subscribe(hear);

  return {
    close: async () => {
      isClosing = true;
      const patience = Date.now() + longestFarewellMs;
      const until = async (done: () => boolean) => {
        while (!done() && Date.now() < patience) await wait(10);
      };
      await until(() => underWay === 0);
      await nextTurn(); // the last views
      stopHearing();
      room.close();
      sessions.close();
      // By the line and not by a goodbye: after a goodbye browsers do not come back by themselves.
      for (const socket of io.sockets.sockets.values()) socket.conn.close();
      await until(() => io.engine.clientsCount === 0);
      io.engine.close();
    },
  };
};
