type Opened = { openedAt: number };
export type Month<L> = { month: string; checkIns: readonly [L, ...L[]] };

/**
 * Lines that follow each other and fall in one month, together. The order stays.
 *
 * @param zone an IANA zone
 * @returns `month` as "2026-01"
 */
export const byMonth = <L extends Opened>(checkIns: readonly L[], zone: string): Month<L>[] => {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit" });
  const months: { month: string; checkIns: [L, ...L[]] }[] = [];
  for (const checkIn of checkIns) {
    const month = format.format(checkIn.openedAt);
    const last = months.at(-1);
    if (last?.month === month) last.checkIns.push(checkIn);
    else months.push({ month, checkIns: [checkIn] });
  }
  return months;
};
