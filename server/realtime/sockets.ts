import type { DefaultEventsMap, Server, Socket } from "socket.io";
import type { CheckInId, CoupleId, PersonId, Seat } from "@/lib/ids";
import type { ClientToServer, ServerToClient } from "@/lib/protocol";
import type { Partnership } from "@/server/couples/service";
import type { TokenBucket } from "@/server/realtime/token-bucket";

/** What the server knows of a connection. Nothing in it ever came by a payload. */
export type Connection = {
  personId: PersonId;
  sessionId: string;
  /** When the session was last found to be live, epoch ms. */
  checkedAt: number;
  /** The one room that this connection is in. */
  place: { partnership: Partnership; checkInId: CheckInId } | null;
  /** The one past check-in that is open on this connection's page. */
  reading: { partnership: Partnership; checkInId: CheckInId } | null;
  /** Joins and leaves of one connection follow each other. */
  moving: Promise<unknown>;
  mayAsk: TokenBucket;
  /** How often more may be told to slow down before the line is cut. */
  mayBeRefused: TokenBucket;
};

export type RealtimeServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, Connection>;
export type RealtimeSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Connection>;

/** socket.io's rooms. Each seat has its own, so that one message reaches one seat's devices on whatever node they are. */
export const roomOf = {
  seat: (checkInId: CheckInId, seat: Seat) => `check-in:${checkInId}:${seat}`,
  person: (personId: PersonId) => `person:${personId}`,
  session: (sessionId: string) => `session:${sessionId}`,
  couple: (coupleId: CoupleId) => `couple:${coupleId}`,
  readers: (checkInId: CheckInId) => `reading:${checkInId}`,
  readersOf: (coupleId: CoupleId) => `reading-couple:${coupleId}`,
};

/** This node's connections in a room. */
export const listSockets = (io: RealtimeServer, room: string): RealtimeSocket[] => {
  const found: RealtimeSocket[] = [];
  for (const id of io.sockets.adapter.rooms.get(room) ?? []) {
    const socket = io.sockets.sockets.get(id);
    if (socket) found.push(socket);
  }
  return found;
};
