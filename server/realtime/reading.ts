import type { CheckInId, CoupleId, Seat } from "@/lib/ids";
import { joinPayloadSchema, type ReadingAck, readingPagePayloadSchema } from "@/lib/protocol";
import { moveReading, nobodyReads, type Reading, type ReadingMove } from "@/lib/reading/together";
import { ok, refuse } from "@/lib/result";
import { enter } from "@/server/check-ins/service";
import { findPartner } from "@/server/couples/service";
import { inOrder } from "@/server/realtime/in-order";
import { readPayload } from "@/server/realtime/read-payload";
import { recentSet } from "@/server/realtime/recent-set";
import { cutIfSlow } from "@/server/realtime/slow-readers";
import { listSockets, type RealtimeServer, type RealtimeSocket, roomOf } from "@/server/realtime/sockets";

/** Longer than a join may take from its first read to its last. */
const unlinkedForMs = 60_000;

type Table = { reading: Reading; devices: Record<Seat, number> };
type Place = NonNullable<RealtimeSocket["data"]["reading"]>;

/**
 * Past check-ins that are open on somebody's page: who of the two is here, and who holds which page. In memory alone, like
 * presence, and gone after a restart: the holder's browser comes back and says its page again. Each asker is who their session
 * says; a check-in of others, of nobody and one that does not exist are answered alike.
 */
export const readings = (io: RealtimeServer) => {
  const tables = new Map<CheckInId, Table>();
  const unlinked = recentSet(unlinkedForMs);

  const tell = (checkInId: CheckInId): void => {
    const room = roomOf.readers(checkInId);
    for (const socket of listSockets(io, room)) cutIfSlow(socket);
    io.to(room).emit("reading:state", { checkInId, reading: tables.get(checkInId)?.reading ?? nobodyReads });
  };

  const move = ({ checkInId, partnership }: Place, change: ReadingMove): ReadingAck => {
    const table = tables.get(checkInId);
    if (!table) return refuse("notHere");
    const moved = moveReading(table.reading, partnership.seat, change);
    if (!moved.ok) return moved;
    if (moved.value !== table.reading) {
      tables.set(checkInId, { ...table, reading: moved.value });
      tell(checkInId);
    }
    return ok(null);
  };

  const sitDown = async (socket: RealtimeSocket, place: Place): Promise<void> => {
    const { checkInId, partnership } = place;
    socket.data.reading = place;
    const table = tables.get(checkInId) ?? { reading: nobodyReads, devices: { A: 0, B: 0 } };
    table.devices[partnership.seat] += 1;
    tables.set(checkInId, table);
    await socket.join([roomOf.readers(checkInId), roomOf.readersOf(partnership.coupleId)]);
    // An unlink at that very moment has let them go already.
    if (socket.data.reading === place) move(place, { type: "arrive" });
  };

  /** A person may have the page open on several devices: the last one that goes is who has gone. */
  const getUp = (socket: RealtimeSocket, how: "leave" | "drop"): void => {
    const place = socket.data.reading;
    if (!place) return;
    const { checkInId, partnership } = place;
    socket.data.reading = null;
    void socket.leave(roomOf.readers(checkInId));
    void socket.leave(roomOf.readersOf(partnership.coupleId));
    const table = tables.get(checkInId);
    if (!table) return;
    table.devices[partnership.seat] -= 1;
    if (table.devices[partnership.seat] === 0) move(place, { type: how });
    if (table.devices.A + table.devices.B === 0) tables.delete(checkInId);
  };

  const join = async (socket: RealtimeSocket, payload: unknown): Promise<ReadingAck> => {
    const asked = readPayload(joinPayloadSchema, payload);
    if (!asked.ok) return refuse("invalid");
    const { checkInId } = asked.value;
    const partnership = await findPartner(socket.data.personId);
    const state = partnership && (await enter(partnership, checkInId, { keep: false }));
    if (!state || unlinked.has(partnership.coupleId)) return refuse("notAParticipant");
    if (!state.end) return refuse("stillRunning");
    if (socket.data.reading?.checkInId !== checkInId) {
      getUp(socket, "leave");
      if (!socket.connected) return refuse("unavailable");
      await sitDown(socket, { partnership, checkInId });
    }
    // Who was here already tells the others nothing new, and still has to hear how it stands.
    socket.emit("reading:state", { checkInId, reading: tables.get(checkInId)?.reading ?? nobodyReads });
    return ok(null);
  };

  const leave = (socket: RealtimeSocket, payload: unknown): ReadingAck => {
    const asked = readPayload(joinPayloadSchema, payload);
    if (!asked.ok) return refuse("invalid");
    if (socket.data.reading?.checkInId !== asked.value.checkInId) return refuse("notHere");
    getUp(socket, "leave");
    return ok(null);
  };

  /** Where this connection sits decides; a check-in that it has not joined is answered like one that never was. */
  const placeOf = (socket: RealtimeSocket, checkInId: CheckInId): Place | null =>
    socket.data.reading?.checkInId === checkInId ? socket.data.reading : null;

  const withPage = (type: "take" | "turn") => (socket: RealtimeSocket, payload: unknown) =>
    inOrder(socket, (): ReadingAck => {
      const asked = readPayload(readingPagePayloadSchema, payload);
      if (!asked.ok) return refuse("invalid");
      const place = placeOf(socket, asked.value.checkInId);
      return place ? move(place, { type, page: asked.value.page }) : refuse("notHere");
    });

  const pass = (socket: RealtimeSocket, payload: unknown): ReadingAck => {
    const asked = readPayload(joinPayloadSchema, payload);
    if (!asked.ok) return refuse("invalid");
    const place = placeOf(socket, asked.value.checkInId);
    return place ? move(place, { type: "pass" }) : refuse("notHere");
  };

  return {
    events: {
      "reading:join": (socket, payload) => inOrder(socket, () => join(socket, payload)),
      "reading:take": withPage("take"),
      "reading:turn": withPage("turn"),
      "reading:pass": (socket, payload) => inOrder(socket, () => pass(socket, payload)),
      "reading:leave": (socket, payload) => inOrder(socket, () => leave(socket, payload)),
    } satisfies Record<string, (socket: RealtimeSocket, payload: unknown) => Promise<ReadingAck>>,

    /** After the connection is gone. A join that was still under way finds it so. */
    gone: (socket: RealtimeSocket, onPurpose: boolean): void => {
      void inOrder(socket, () => getUp(socket, onPurpose ? "leave" : "drop"));
    },

    closeCouple: (coupleId: CoupleId): void => {
      unlinked.add(coupleId, Date.now());
      for (const socket of listSockets(io, roomOf.readersOf(coupleId))) {
        socket.emit("room:closed", { reason: "unlinked" });
        getUp(socket, "leave");
      }
    },
  };
};
