import { type MomentRefusal, momentOf } from "@/lib/plan/moment-of";
import type { WallMoment } from "@/lib/plan/wall-time";
import { ok, type Result, refuse } from "@/lib/result";

/** The rules of asking for a check-in; numbered in RULES.md. */

export type TimesRefusal = "tooMany" | "pastTime" | "tooFarAhead" | "sameTimeTwice" | MomentRefusal;

const minute = 60_000;
const hour = 60 * minute;

export const mostTimes = 3;
/** 366 days: this day next year can always be named. */
export const farthestAhead = 366 * 24 * hour;
/** How long a "now" waits for its answer. */
export const nowWaits = 30 * minute;
export const mostRestHours = 12;

/**
 * The instants (epoch ms) of what was asked for, soonest first; none for a "now". Refused at the first time that cannot be, in the order
 * given: too many, then each for itself, then two that are the same instant, also where the clocks that name it differ.
 */
export function checkTimes(times: readonly WallMoment[], now: number): Result<number[], TimesRefusal> {
  if (times.length > mostTimes) return refuse("tooMany");
  const moments: number[] = [];
  for (const wall of times) {
    const moment = momentOf(wall);
    if (!moment.ok) return moment;
    if (moment.value <= now) return refuse("pastTime");
    if (moment.value > now + farthestAhead) return refuse("tooFarAhead");
    moments.push(moment.value);
  }
  if (new Set(moments).size < moments.length) return refuse("sameTimeTwice");
  return ok(moments.sort((a, b) => a - b));
}

/** When an unanswered proposal goes away quietly: at its last time; a "now" half an hour after it was sent. */
export function lapsesAt(times: readonly number[], now: number): number {
  return times.length === 0 ? now + nowWaits : Math.max(...times);
}

/** How the last proposal ended, and when (epoch ms). */
export type EndedProposal = { how: "notToday" | "lapsed" | "withdrawn" | "accepted" | "countered"; at: number };

/**
 * From when (epoch ms, perhaps past) the next proposal may be sent; null: at once. Only a *not today* and a lapse cost time, and sooner
 * than 12 hours takes both: the larger of their two wishes counts, and nobody can wish for more.
 */
export function proposeFrom({
  lastEnded,
  restHoursOfBoth,
}: {
  lastEnded: EndedProposal | null;
  restHoursOfBoth: readonly [number, number];
}): number | null {
  if (lastEnded === null || !(lastEnded.how === "notToday" || lastEnded.how === "lapsed")) return null;
  const rest = Math.min(mostRestHours, Math.max(0, ...restHoursOfBoth));
  return rest === 0 ? null : lastEnded.at + rest * hour;
}
