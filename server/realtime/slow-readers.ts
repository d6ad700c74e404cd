import type { RealtimeSocket } from "@/server/realtime/sockets";

/** What may wait in memory for one connection. A view is far below it. */
const mostWaitingBytes = 1024 * 1024;

/**
 * Cuts a connection that does not take what is sent to it. It loses nothing by that: whoever comes back gets a whole view.
 *
 * @returns whether it was cut
 */
export const cutIfSlow = (socket: RealtimeSocket): boolean => {
  if (waitingBytes(Reflect.get(socket.conn, "writeBuffer")) <= mostWaitingBytes) return false;
  // The line is full, so a polite ending would wait in it as well.
  socket.conn.close(true);
  socket.request.socket.destroy();
  return true;
};

/** engine.io gathers here what the transport cannot take yet. */
const waitingBytes = (packets: unknown): number =>
  Array.isArray(packets) ? packets.reduce((sum: number, packet) => sum + (packet?.data?.length ?? 0), 0) : 0;
