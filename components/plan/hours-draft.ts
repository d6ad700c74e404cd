/** The same stretch of several days: "weekdays, 18:00 to 21:00". ISO weekdays, times on this person's wall; `until` 24:00 is the day's end. */
export type HoursRow = { key: string; weekdays: readonly number[]; from: string; until: string };

/** Minutes after midnight, `[from, until)`, for each weekday, Monday first: as they are kept. */
export type Days = readonly (readonly (readonly [number, number])[])[];

const minutesOf = (time: string): number => {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
};

const timeOf = (minutes: number): string =>
  // A native field knows no 24:00: the day's end is its midnight.
  minutes === 1440 ? "00:00" : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const two = (number: number) => String(number).padStart(2, "0");

/** Days that have the same stretch share a row. */
export const rowsOf = (days: Days): HoursRow[] => {
  const rows = new Map<string, number[]>();
  days.forEach((stretches, index) => {
    for (const [from, until] of stretches) {
      const key = `${timeOf(from)}-${timeOf(until)}`;
      rows.set(key, [...(rows.get(key) ?? []), index + 1]);
    }
  });
  return [...rows].map(([key, weekdays]) => {
    const [from = "", until = ""] = key.split("-");
    return { key, weekdays, from, until };
  });
};

/**
 * What the rows come to. One across midnight is two, on this day and on the next; what overlaps or touches is one. A row without
 * a day or without a time adds nothing.
 */
export const daysOf = (rows: readonly HoursRow[]): [number, number][][] => {
  const days: [number, number][][] = [[], [], [], [], [], [], []];
  for (const { weekdays, from, until } of rows) {
    if (from === "" || until === "" || from === until) continue;
    const [begins, ends] = [minutesOf(from), minutesOf(until) || 1440];
    for (const weekday of weekdays) {
      days[weekday - 1]?.push([begins, begins < ends ? ends : 1440]);
      if (begins > ends) days[weekday % 7]?.push([0, ends]);
    }
  }
  return days.map(joined);
};

const joined = (stretches: readonly [number, number][]): [number, number][] => {
  const all: [number, number][] = [];
  for (const [from, until] of [...stretches].sort(([one], [other]) => one - other)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else all.push([from, until]);
  }
  return all;
};
