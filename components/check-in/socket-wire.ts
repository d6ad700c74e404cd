import { io, type Socket } from "socket.io-client";
import { answerWithinMs, roomLine } from "@/components/shell/line";
import type { CheckInId } from "@/lib/ids";
import type { ClientToServer, HandshakeRefusal, ServerToClient } from "@/lib/protocol";
import { protocolVersion } from "@/lib/protocol-version";
import type { Wire } from "./wire";

const reasonOf = (message: string): HandshakeRefusal =>
  message === "signedOut" || message === "protocol" ? message : "unavailable";

const connect = (): Socket<ServerToClient, ClientToServer> => io({ ...roomLine, auth: { protocol: protocolVersion } });

/** A socket.io line to this page's own server; made when it is opened, since a page is also drawn where there is none. */
export const createSocketWire = (checkInId: CheckInId): Wire => {
  let socket: ReturnType<typeof connect> | null = null;
  const asking = () => {
    if (!socket?.connected) throw new Error("not connected");
    return socket.timeout(answerWithinMs);
  };
  return {
    open(events) {
      const made = connect();
      socket = made;
      made.on("connect", events.connected);
      made.on("disconnect", (reason) => {
        events.dropped();
        // Said by the server, and socket.io leaves it at that; but a server that restarts comes back.
        if (reason === "io server disconnect" && socket === made) made.connect();
      });
      made.on("connect_error", (error) => {
        // Active: the line itself failed, and socket.io tries again. Otherwise the server said no.
        if (!made.active) events.refused(reasonOf(error.message));
      });
      made.on("room:view", events.view);
      made.on("room:presence", events.presence);
      made.on("room:closed", events.closed);
      made.connect();
    },
    join: async () => asking().emitWithAck("room:join", { checkInId }),
    command: async (envelope) => asking().emitWithAck("room:command", { ...envelope, checkInId }),
    reconnect() {
      socket?.connect();
    },
    leave() {
      if (!socket) return;
      socket.removeAllListeners();
      if (socket.connected) socket.emit("room:leave", { checkInId }, () => undefined);
      socket.disconnect();
      socket = null;
    },
  };
};
