import type { CheckInState } from "@/lib/check-in/state";
import { viewFor } from "@/lib/check-in/view";
import type { CheckInId, CoupleId, Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { type Ack, commandPayloadSchema, joinPayloadSchema, type ViewMessage } from "@/lib/protocol";
import { ok, refuse } from "@/lib/result";
import { enter, findHeldState, releaseState, run } from "@/server/check-ins/service";
import { findPartner } from "@/server/couples/service";
import { absentTurns } from "@/server/realtime/absent-turns";
import { inOrder } from "@/server/realtime/in-order";
import { presences } from "@/server/realtime/presence";
import { readPayload } from "@/server/realtime/read-payload";
import { recentSet } from "@/server/realtime/recent-set";
import { cutIfSlow } from "@/server/realtime/slow-readers";
import { listSockets, type RealtimeServer, type RealtimeSocket, roomOf } from "@/server/realtime/sockets";

const seats = ["A", "B"] as const;

/** Longer than a join may take from its first read to its last. */
const unlinkedForMs = 60_000;

/**
 * The rooms of running check-ins: who is in them, what they are sent, and what they ask. Each asker is who their session says;
 * a check-in of others, of nobody and one that does not exist are answered alike.
 */
export const rooms = (io: RealtimeServer) => {
  const board = presences();
  const turns = absentTurns();
  const unlinked = recentSet(unlinkedForMs);
  const forgetting = setInterval(() => board.forgetLongGone(Date.now()), 10 * 60 * 1000);
  forgetting.unref();

  const messageOf = (state: CheckInState, seat: Seat): ViewMessage => ({
    view: viewFor(state, seat),
    now: Date.now(),
  });

  const tellPresence = (checkInId: CheckInId, seat: Seat): void => {
    const to = roomOf.seat(checkInId, otherSeat(seat));
    io.to(to).emit("room:presence", board.messageOf(checkInId, seat, Date.now()));
  };

  const takePlace = async (socket: RealtimeSocket, place: NonNullable<RealtimeSocket["data"]["place"]>) => {
    const { partnership, checkInId } = place;
    socket.data.place = place;
    await socket.join([roomOf.seat(checkInId, partnership.seat), roomOf.couple(partnership.coupleId)]);
    if (!board.arrive(checkInId, partnership.seat, Date.now())) return;
    tellPresence(checkInId, partnership.seat);
    turns.arrived(checkInId, partnership.seat);
  };

  /** Out of the room that a connection is in, if any. */
  const vacate = (socket: RealtimeSocket, how: "dropped" | "steppedOut"): void => {
    const { place } = socket.data;
    if (!place) return;
    const { partnership, checkInId } = place;
    socket.data.place = null;
    void socket.leave(roomOf.seat(checkInId, partnership.seat));
    void socket.leave(roomOf.couple(partnership.coupleId));
    if (board.depart(checkInId, partnership.seat, how, Date.now())) tellPresence(checkInId, partnership.seat);
    if (board.isEmpty(checkInId)) releaseState(partnership, checkInId);
  };

  const join = async (socket: RealtimeSocket, payload: unknown): Promise<Ack<ViewMessage>> => {
    const asked = readPayload(joinPayloadSchema, payload);
    if (!asked.ok) return asked;
    const { checkInId } = asked.value;
    const partnership = await findPartner(socket.data.personId);
    const state = partnership && (await enter(partnership, checkInId, { keep: true }));
    if (!state || unlinked.has(partnership.coupleId)) return refuse("notAParticipant");
    if (socket.data.place?.checkInId !== checkInId) {
      vacate(socket, "steppedOut");
      if (!socket.connected) {
        if (board.isEmpty(checkInId)) releaseState(partnership, checkInId);
        return refuse("unavailable");
      }
      await takePlace(socket, { partnership, checkInId });
    }
    const { seat } = partnership;
    socket.emit("room:presence", board.messageOf(checkInId, otherSeat(seat), Date.now()));
    // What was committed while this one came in was sent to the room before they were in it.
    const newest = findHeldState(partnership, checkInId);
    return ok(messageOf(newest && newest.version > state.version ? newest : state, seat));
  };

  const leave = (socket: RealtimeSocket, payload: unknown): Ack<null> => {
    const asked = readPayload(joinPayloadSchema, payload);
    if (!asked.ok) return asked;
    const { checkInId } = asked.value;
    if (socket.data.place?.checkInId !== checkInId) return refuse("notAParticipant");
    vacate(socket, "steppedOut");
    return ok(null);
  };

  const command = async (socket: RealtimeSocket, payload: unknown): Promise<Ack<{ version: number }>> => {
    const asked = readPayload(commandPayloadSchema, payload);
    if (!asked.ok) return asked;
    const { checkInId, ...envelope } = asked.value;
    const { place, personId } = socket.data;
    // A command that was sent while the line was down arrives before the room is joined again.
    const partnership = place?.checkInId === checkInId ? place.partnership : await findPartner(personId);
    if (!partnership || unlinked.has(partnership.coupleId)) return refuse("notAParticipant");
    const answer = await run(partnership, checkInId, envelope);
    return answer.ok ? ok({ version: answer.value.version }) : answer;
  };

  return {
    events: {
      "room:join": (socket, payload) => inOrder(socket, () => join(socket, payload)),
      "room:leave": (socket, payload) => inOrder(socket, () => leave(socket, payload)),
      "room:command": command,
    } satisfies Record<string, (socket: RealtimeSocket, payload: unknown) => Promise<Ack<unknown>>>,

    /** After the connection is gone. A join that was still under way finds it so. */
    gone: (socket: RealtimeSocket, steppedOut: boolean): void => {
      void inOrder(socket, () => vacate(socket, steppedOut ? "steppedOut" : "dropped"));
    },

    /**
     * Each seat its own view. In the next turn of the loop, so that whoever sent the command is answered first; they keep their
     * order.
     */
    show: (coupleId: CoupleId, state: CheckInState): void => {
      setImmediate(() => {
        const messages = seats.map((seat) => ({ seat, message: messageOf(state, seat) }));
        // Whoever has the floor now is the one who waits for it; the other one's screen holds still.
        const [first] = messages;
        if (first && first.message.view.floor === otherSeat(first.seat)) messages.reverse();
        for (const { seat, message } of messages) {
          const room = roomOf.seat(state.checkInId, seat);
          for (const socket of listSockets(io, room)) cutIfSlow(socket);
          io.to(room).emit("room:view", message);
        }
        for (const { seat, message } of messages) {
          turns.changed(coupleId, message.view, board.isHere(state.checkInId, seat));
        }
      });
    },

    closeCouple: (coupleId: CoupleId): void => {
      unlinked.add(coupleId, Date.now());
      for (const socket of listSockets(io, roomOf.couple(coupleId))) {
        socket.emit("room:closed", { reason: "unlinked" });
        vacate(socket, "steppedOut");
      }
    },

    close: (): void => clearInterval(forgetting),
  };
};
