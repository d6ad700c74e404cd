import type { Socket } from "socket.io-client";
import { answerWithinMs, roomLine } from "@/components/shell/line";
import type { CheckInId } from "@/lib/ids";
import type {
  ClientToServer,
  ClosedMessage,
  HandshakeRefusal,
  ReadingAck,
  ReadingMessage,
  ServerToClient,
} from "@/lib/protocol";
import { protocolVersion } from "@/lib/protocol-version";

/** What the page of a past check-in hears from the line. */
export type TogetherEvents = {
  connected(): void;
  dropped(): void;
  refused(reason: HandshakeRefusal): void;
  state(message: ReadingMessage): void;
  closed(message: ClosedMessage): void;
};

/** The line of one reading. Asking rejects when no answer came in time or the line dropped meanwhile. */
export type TogetherWire = {
  open(events: TogetherEvents): void;
  join(): Promise<ReadingAck>;
  take(page: string): Promise<ReadingAck>;
  turn(page: string): Promise<ReadingAck>;
  pass(): Promise<ReadingAck>;
  reconnect(): void;
  /** On purpose: the other one sees that this one has gone on, not that the line dropped. */
  leave(): void;
};

/** A socket.io line to this page's own server, loaded when it is opened: the words are there before it. */
export const createTogetherWire = (checkInId: CheckInId): TogetherWire => {
  let socket: Socket<ServerToClient, ClientToServer> | null = null;
  let opened = 0;
  const asking = () => {
    if (!socket?.connected) throw new Error("not connected");
    return socket.timeout(answerWithinMs);
  };
  return {
    open(events) {
      opened += 1;
      const turn = opened;
      import("socket.io-client").then(
        ({ io }) => {
          if (turn !== opened) return;
          const made: Socket<ServerToClient, ClientToServer> = io({ ...roomLine, auth: { protocol: protocolVersion } });
          socket = made;
          made.on("connect", events.connected);
          made.on("disconnect", (reason) => {
            events.dropped();
            // Said by the server, and socket.io leaves it at that; but a server that restarts comes back.
            if (reason === "io server disconnect" && socket === made) made.connect();
          });
          made.on("connect_error", ({ message }) => {
            if (made.active) return;
            events.refused(message === "signedOut" || message === "protocol" ? message : "unavailable");
          });
          made.on("reading:state", events.state);
          made.on("room:closed", events.closed);
          made.connect();
        },
        // Without the line it is read alone, which is the same.
        () => undefined,
      );
    },
    join: async () => asking().emitWithAck("reading:join", { checkInId }),
    take: async (page) => asking().emitWithAck("reading:take", { checkInId, page }),
    turn: async (page) => asking().emitWithAck("reading:turn", { checkInId, page }),
    pass: async () => asking().emitWithAck("reading:pass", { checkInId }),
    reconnect() {
      socket?.connect();
    },
    leave() {
      opened += 1;
      if (!socket) return;
      socket.removeAllListeners();
      if (socket.connected) socket.emit("reading:leave", { checkInId }, () => undefined);
      socket.disconnect();
      socket = null;
    },
  };
};
