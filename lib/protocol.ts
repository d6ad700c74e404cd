import { z } from "zod";
import { commandEnvelopeSchema, type Refusal } from "@/lib/check-in/commands";
import type { View } from "@/lib/check-in/view";
import { checkInIdSchema, type Seat } from "@/lib/ids";
import { pageKeySchema } from "@/lib/reading/marginalia";
import type { Reading, ReadingRefusal } from "@/lib/reading/together";

/** The largest message a socket may send; a command is far below it (`tooLarge`). */
export const maxMessageBytes = 16 * 1024;

export const joinPayloadSchema = z.strictObject({ checkInId: checkInIdSchema });
export const commandPayloadSchema = commandEnvelopeSchema.extend({ checkInId: checkInIdSchema });
export const readingPagePayloadSchema = joinPayloadSchema.extend({ page: pageKeySchema });
export type JoinPayload = z.infer<typeof joinPayloadSchema>;
export type CommandPayload = z.infer<typeof commandPayloadSchema>;
export type ReadingPagePayload = z.infer<typeof readingPagePayloadSchema>;

/** A whole view and the server's clock when it was made (epoch ms), so that rings and returns count by one clock. */
export type ViewMessage = { view: View; now: number };

/**
 * Whether the other one's device is connected. It is never part of the log: a dropped line is not a person leaving.
 * `forMs`: how long it has been so when this was sent.
 */
export type PresenceMessage = {
  checkInId: string;
  seat: Seat;
  presence: "here" | "dropped" | "steppedOut" | "notYet";
  forMs: number;
};

/** Who reads a past check-in now, and who holds which page of it. Whole each time; a later one is the truer one. */
export type ReadingMessage = { checkInId: string; reading: Reading };

/** `unlinked` and `signedOut` end the room; the page says so and leads on. */
export type ClosedMessage = { reason: "unlinked" | "signedOut" };

export type Ack<T, R = Refusal> = { ok: true; value: T } | { ok: false; refusal: R };
/** What came of it follows as `reading:state`, to whoever asked as well. */
export type ReadingAck = Ack<null, ReadingRefusal>;

export type ClientToServer = {
  "room:join": (payload: JoinPayload, ack: (answer: Ack<ViewMessage>) => void) => void;
  /** Acknowledged after the commit, with the version that holds it. */
  "room:command": (payload: CommandPayload, ack: (answer: Ack<{ version: number }>) => void) => void;
  "room:leave": (payload: JoinPayload, ack: (answer: Ack<null>) => void) => void;
  /** A past check-in is open on this page. The one that runs is read in its room. */
  "reading:join": (payload: JoinPayload, ack: (answer: ReadingAck) => void) => void;
  "reading:take": (payload: ReadingPagePayload, ack: (answer: ReadingAck) => void) => void;
  "reading:turn": (payload: ReadingPagePayload, ack: (answer: ReadingAck) => void) => void;
  "reading:pass": (payload: JoinPayload, ack: (answer: ReadingAck) => void) => void;
  "reading:leave": (payload: JoinPayload, ack: (answer: ReadingAck) => void) => void;
};

export type ServerToClient = {
  "room:view": (message: ViewMessage) => void;
  "room:presence": (message: PresenceMessage) => void;
  "room:closed": (message: ClosedMessage) => void;
  "reading:state": (message: ReadingMessage) => void;
  /** Something that a signed-in page shows has changed (an invitation answered, a check-in begun or over): read it again. */
  "home:changed": () => void;
};

/** Why a handshake is refused: the `message` of socket.io's connect_error. */
export type HandshakeRefusal = "signedOut" | "protocol" | "unavailable";
