import type { Seat } from "@/lib/ids";
import type { CheckInEvent } from "./events";
import { areSealed, type Gone } from "./words";

/**
 * An event without one seat's words (promise 20): that something was written stays a fact, what was written is gone. What was
 * said aloud, or is gone already, stays as it is.
 */
export const withoutWords = (event: CheckInEvent, seat: Seat, gone: Gone["gone"]): CheckInEvent =>
  event.seat === seat && "words" in event && areSealed(event.words) ? { ...event, words: { gone } } : event;
