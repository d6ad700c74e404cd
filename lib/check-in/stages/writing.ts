import type { Seat } from "@/lib/ids";
import type { CheckInEvent } from "../events";
import type { Writing, WritingKind } from "../state";

type Written = Extract<CheckInEvent, { words: unknown }> & { seat: Seat };

export const writingOf = (kind: WritingKind, event: Written): Writing => ({
  seat: event.seat,
  kind,
  commandId: event.commandId,
  at: event.at,
  words: event.words,
});
