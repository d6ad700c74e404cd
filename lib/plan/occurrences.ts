import { Temporal } from "temporal-polyfill";
import { wallOf } from "@/lib/plan/format-zone-time";
import type { RhythmRule } from "@/lib/plan/rhythm-rule";
import { listSlots, type SlotWindow } from "@/lib/plan/slots";
import { zoneSchema } from "@/lib/plan/zone";
import { ok, type Result, refuse } from "@/lib/result";

/**
 * `slot`: the day its rule named, in the anchor zone; it stays its name wherever it is moved to. `startsAt`: epoch ms.
 * `shifted`: a clock change leaves its time out on that day, so it starts later by what is left out.
 */
export type Occurrence = { slot: string; startsAt: number; shifted: boolean };

export const maxOccurrences = 400;

/**
 * What lies after the day `after`, up to and including the day `until` (both in the anchor zone), soonest first, the first
 * `limit` of them. A time that comes twice is the first of the two (RFC 5545, 3.3.5; Temporal's "compatible").
 * Refusals: `tooMany` where more than 400 are asked for, `unknownZone`.
 */
export function listOccurrences(
  rule: RhythmRule,
  zone: string,
  window: SlotWindow,
): Result<Occurrence[], "tooMany" | "unknownZone"> {
  if (window.limit > maxOccurrences) return refuse("tooMany");
  if (!zoneSchema.safeParse(zone).success) return refuse("unknownZone");
  return ok(listSlots(rule, window).map((slot) => occurrenceOn(slot, rule.at, zone)));
}

/** The first that starts later than `at` (epoch ms); null when none does before the calendars end, in the year 2200. */
export function nextAfter(rule: RhythmRule, zone: string, at: number): Result<Occurrence | null, "unknownZone"> {
  if (!zoneSchema.safeParse(zone).success) return refuse("unknownZone");
  const today = Temporal.PlainDate.from(wallOf(at, zone).date);
  // A shifted one may start on the day after its slot. A monthly rule comes round within 62 days.
  const after = later(today.subtract({ days: 2 }).toString(), dayBefore(rule.from));
  const slots = listSlots(rule, { after, until: lastDay, limit: 10 });
  return ok(slots.map((slot) => occurrenceOn(slot, rule.at, zone)).find(({ startsAt }) => startsAt > at) ?? null);
}

function occurrenceOn(slot: string, time: string, zone: string): Occurrence {
  const wall = Temporal.PlainDateTime.from(`${slot}T${time}`);
  const moment = wall.toZonedDateTime(zone, { disambiguation: "compatible" });
  return { slot, startsAt: moment.epochMilliseconds, shifted: !moment.toPlainDateTime().equals(wall) };
}

const lastDay = "2199-12-31";
const dayBefore = (date: string) => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
const later = (a: string, b: string) => (a > b ? a : b);
