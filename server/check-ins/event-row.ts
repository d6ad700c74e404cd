import { z } from "zod";
import { type CheckInEvent, checkInEventSchema } from "@/lib/check-in/events";

/** What the columns of `CheckInEvent` hold; everything else of an event is its payload. */
export type EventRow = {
  seq: number;
  type: string;
  payload: unknown;
  seat: string | null;
  commandId: string;
  at: Date;
};

const payloadSchema = z.record(z.string(), z.unknown());

export const payloadOf = (event: CheckInEvent) => {
  const { type, seat, at, commandId, ...payload } = event;
  return payload;
};

/** @throws when the row is none that this program wrote; a log is never folded around a hole */
export const eventOfRow = ({ type, payload, seat, commandId, at }: EventRow): CheckInEvent =>
  checkInEventSchema.parse({ ...payloadSchema.parse(payload), type, seat, commandId, at: at.getTime() });
