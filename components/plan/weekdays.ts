import { useFormatter } from "next-intl";

/** ISO weekdays, Monday to Sunday, as `RhythmRule` counts them. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The 1st of January 2024 was a Monday. */
const dayOf = (weekday: number) => new Date(Date.UTC(2024, 0, weekday, 12));

/** Names of weekdays in the page's language. */
export const useWeekdayName = () => {
  const format = useFormatter();
  return (weekday: number, weekdayShape: "long" | "short" = "long") =>
    format.dateTime(dayOf(weekday), { timeZone: "UTC", weekday: weekdayShape });
};
