import type { RhythmRule } from "@/lib/plan/rhythm-rule";

/** A rule in the parts that a sentence needs; the words are the screen's. ISO weekdays, Monday (1) first. */
export type RuleParts = {
  every: RhythmRule["every"];
  weekdays: readonly number[];
  /** Every day of the week: "daily" says it better than seven names. */
  daily: boolean;
  /** Which of its kind in the month, -1 the last; null unless monthly. */
  nth: 1 | 2 | 3 | 4 | -1 | null;
  at: string;
  from: string;
};

export function describeRule(rule: RhythmRule): RuleParts {
  const { every, at, from } = rule;
  if (rule.every === "month") return { every, weekdays: [rule.weekday], daily: false, nth: rule.nth, at, from };
  const weekdays = [...rule.weekdays].sort((a, b) => a - b);
  return { every, weekdays, daily: every === "week" && weekdays.length === 7, nth: null, at, from };
}

/** "Sunday", by `Intl`. */
export function weekdayName(weekday: number, locale: string, style: "long" | "short" = "long"): string {
  // The first of January 2024 is a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" }).format(Date.UTC(2024, 0, weekday));
}
