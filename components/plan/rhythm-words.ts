import { useFormatter, useTranslations } from "next-intl";
import { describeRule } from "@/lib/plan/describe-rule";
import type { RhythmRule } from "@/lib/plan/rhythm-rule";
import { useWeekdayName } from "./weekdays";

/** A rhythm as a sentence: "Every Sunday at 19:30 for 30 minutes". */
export const useRhythmWords = () => {
  const t = useTranslations("plan.rhythm.sentence");
  const format = useFormatter();
  const name = useWeekdayName();
  return (rule: RhythmRule, minutes: number): string => {
    const { every, weekdays, daily, nth, at: time } = describeRule(rule);
    const days = format.list(weekdays.map((day) => name(day)));
    if (daily) return t("day", { time, minutes });
    return t(every, { days, time, minutes, nth: String(nth) });
  };
};
