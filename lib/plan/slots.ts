import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import type { RhythmRule } from "@/lib/plan/rhythm-rule";

export type SlotWindow = { after: string; until: string; limit: number };

const weekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
/** Within so many days every rule comes round at least once. */
const periodDays = { week: 7, otherWeek: 14, month: 31 } as const;

/**
 * The days (2026-11-29) on which a rule comes round: after `after`, up to and including `until`, the first `limit` of them.
 *
 * Counted as days alone, in UTC: RFC 5545 (3.3.10) leaves out a recurrence whose wall time does not exist, and a rhythm has
 * to move it instead. So the library names the days, and the clock time is put on them afterwards.
 */
export function listSlots(rule: RhythmRule, { after, until, limit }: SlotWindow): string[] {
  const first = later(rule.from, Temporal.PlainDate.from(after).add({ days: 1 }).toString());
  // No more than can be asked for is worked out, however far away `until` is.
  const enough = Temporal.PlainDate.from(first)
    .add({ days: (limit + 1) * periodDays[rule.every] })
    .toString();
  const last = until < enough ? until : enough;
  if (last < first) return [];
  return recurrence({ ...rule, from: nearest(rule.from, first) })
    .between(noonOf(first), noonOf(last), true)
    .slice(0, limit)
    .map((noon) => noon.toString().slice(0, 10));
}

/** The library counts from the rule's first day on, so it is brought near: whole fortnights keep which weeks it means. */
function nearest(from: string, first: string): string {
  const start = Temporal.PlainDate.from(from);
  const fortnights = Math.floor(start.until(first, { largestUnit: "days" }).days / 14);
  return start.add({ days: 14 * fortnights }).toString();
}

function recurrence(rule: RhythmRule) {
  const shared = { dtstart: noonOf(rule.from), wkst: "MO" };
  if (rule.every === "month") {
    return new RRuleTemporal({ ...shared, freq: "MONTHLY", byDay: [`${rule.nth}${codeOf(rule.weekday)}`] });
  }
  const interval = rule.every === "week" ? 1 : 2;
  return new RRuleTemporal({ ...shared, freq: "WEEKLY", interval, byDay: rule.weekdays.map(codeOf) });
}

const noonOf = (date: string) => Temporal.ZonedDateTime.from(`${date}T12:00[UTC]`);
const codeOf = (weekday: number) => weekdayCodes[weekday - 1] ?? "MO";
const later = (a: string, b: string) => (a > b ? a : b);
