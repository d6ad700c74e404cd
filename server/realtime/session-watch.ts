import { findActor } from "@/server/auth/actor";
import { log } from "@/server/log";
import { type RealtimeServer, type RealtimeSocket, roomOf } from "@/server/realtime/sockets";

const sweepEveryMs = 5_000;
/** A sweep asks for these at most, one after another: ten thousand connections come round within five minutes. */
const mostInASweep = 200;

/**
 * Closes rooms and lines of sessions that are over: at once when they are ended here (`sessionsEnded`), else when the database
 * is asked again.
 */
export const watchSessions = (io: RealtimeServer, recheckAfterMs: number) => {
  const end = (sessionId: string): void => {
    const room = roomOf.session(sessionId);
    io.to(room).emit("room:closed", { reason: "signedOut" });
    io.in(room).disconnectSockets(true);
  };

  const isLive = async (socket: RealtimeSocket, now: number): Promise<boolean> => {
    if (now - socket.data.checkedAt < recheckAfterMs) return true;
    const { sessionId, personId } = socket.data;
    const actor = await findActor(sessionId);
    if (actor?.personId !== personId) {
      // In the next turn, so that what was asked is answered before the line is closed.
      setImmediate(() => end(sessionId));
      return false;
    }
    socket.data.checkedAt = now;
    return true;
  };

  let sweeping = false;
  const sweep = async (): Promise<void> => {
    if (sweeping) return;
    sweeping = true;
    try {
      const now = Date.now();
      const due = [...io.sockets.sockets.values()].filter(({ data }) => now - data.checkedAt >= recheckAfterMs);
      for (const socket of due.slice(0, mostInASweep)) await isLive(socket, now);
    } catch (err) {
      log.warn({ err, kind: "sessions" }, "open sessions could not be checked");
    } finally {
      sweeping = false;
    }
  };
  const timer = setInterval(() => void sweep(), sweepEveryMs);
  timer.unref();

  return {
    end,
    /** Asks the database when the last answer is old. @throws when it cannot be reached */
    isLive,
    close: (): void => clearInterval(timer),
  };
};
