import type { CommandEnvelope } from "@/lib/check-in/commands";
import type { Ack, ClosedMessage, HandshakeRefusal, PresenceMessage, ViewMessage } from "@/lib/protocol";

/** What a room hears from the line. */
export type WireEvents = {
  connected(): void;
  dropped(): void;
  refused(reason: HandshakeRefusal): void;
  view(message: ViewMessage): void;
  presence(message: PresenceMessage): void;
  closed(message: ClosedMessage): void;
};

/** The line of one room. Asking rejects when no answer came in time or the line dropped meanwhile. */
export type Wire = {
  open(events: WireEvents): void;
  join(): Promise<Ack<ViewMessage>>;
  command(envelope: CommandEnvelope): Promise<Ack<{ version: number }>>;
  /** Tries again where the line does not by itself: after a refused handshake. */
  reconnect(): void;
  /** On purpose: the other sees that this one stepped out, not that the line dropped. */
  leave(): void;
};
