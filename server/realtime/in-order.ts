import type { RealtimeSocket } from "@/server/realtime/sockets";

/** Joins and leaves of one connection in the order in which they were sent. */
export const inOrder = <T>(socket: RealtimeSocket, step: () => T | Promise<T>): Promise<T> => {
  const done = socket.data.moving.then(step);
  socket.data.moving = done.catch(() => undefined);
  return done;
};
