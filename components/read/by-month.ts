import type { ListedCheckIn } from "./listed-check-in";

export type Month = { month: string; checkIns: readonly [ListedCheckIn, ...ListedCheckIn[]] };

/**
 * Lines that follow each other and fall in one month, together. The order stays.
 *
 * @param zone an IANA zone
 * @returns `month` as "2026-01"
 */
export const byMonth = (checkIns: readonly ListedCheckIn[], zone: string): Month[] => {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit" });
  const months: { month: string; checkIns: [ListedCheckIn, ...ListedCheckIn[]] }[] = [];
  for (const checkIn of checkIns) {
    const month = format.format(checkIn.openedAt);
    const last = months.at(-1);
    if (last?.month === month) last.checkIns.push(checkIn);
    else months.push({ month, checkIns: [checkIn] });
  }
  return months;
};
