import type { RhythmRule } from "@/lib/plan/rhythm-rule";

type Monthly = Extract<RhythmRule, { every: "month" }>;

/** A rhythm while it is put together: what was chosen for weeks is still there after a look at months. */
export type RhythmDraft = {
  every: RhythmRule["every"];
  weekdays: readonly number[];
  nth: Monthly["nth"];
  weekday: number;
  at: string;
};

/** Null while it says no day or no time. */
export const ruleOf = ({ every, weekdays, nth, weekday, at }: RhythmDraft, from: string): RhythmRule | null => {
  if (at === "" || from === "") return null;
  if (every === "month") return { every, nth, weekday, at, from };
  return weekdays.length === 0 ? null : { every, weekdays: [...weekdays].sort((a, b) => a - b), at, from };
};
