import { Temporal } from "temporal-polyfill";
import type { RhythmRule } from "@/lib/plan/rhythm-rule";
import { listSlots } from "@/lib/plan/slots";
import { ok, type Result, refuse } from "@/lib/result";

/** `on`: the day that this slot goes to, and those after it likewise; `at`: the new time. What is left out stays. */
export type RuleChanges = { on?: string; at?: string };

/**
 * "This one and all that follow": the rule of a new rhythm that begins with what was `slot`. Which other weeks it means is kept.
 * Refusals: `notASlot`, the rule does not come round on that day; `passesAnother`, the new day lies on or beyond the slot
 * before or after, so that one would come twice or be lost.
 */
export function ruleFrom(
  rule: RhythmRule,
  slot: string,
  changes: RuleChanges,
): Result<RhythmRule, "notASlot" | "passesAnother"> {
  const [found, following] = listSlots(rule, { after: dayOff(slot, -1), until: dayOff(slot, 70), limit: 2 });
  if (found !== slot) return refuse("notASlot");
  const before = listSlots(rule, { after: dayOff(slot, -70), until: dayOff(slot, -1), limit: 70 }).at(-1);
  const on = changes.on ?? slot;
  if ((before !== undefined && on <= before) || (following !== undefined && on >= following)) {
    return refuse("passesAnother");
  }
  const at = changes.at ?? rule.at;
  const weekday = weekdayOf(on);
  if (rule.every === "month") return ok({ ...rule, nth: nthOf(rule.nth, on), weekday, at, from: on });
  const kept = rule.weekdays.filter((day) => day !== weekdayOf(slot));
  return ok({ ...rule, weekdays: [...new Set([...kept, weekday])].sort((a, b) => a - b), at, from: on });
}

type Nth = Extract<RhythmRule, { every: "month" }>["nth"];

/** A "last" stays a last while it can. A fifth of its kind is a last, since not every month has a fifth. */
function nthOf(nth: Nth, on: string): Nth {
  const { day, daysInMonth } = Temporal.PlainDate.from(on);
  if (nth === -1 && day > daysInMonth - 7) return -1;
  const counts: readonly Nth[] = [1, 2, 3, 4];
  return counts[Math.ceil(day / 7) - 1] ?? -1;
}

const dayOff = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString();
const weekdayOf = (date: string) => Temporal.PlainDate.from(date).dayOfWeek;
