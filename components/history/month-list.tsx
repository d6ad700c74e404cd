"use client";

import { useMemo, useSyncExternalStore } from "react";
import { byMonth } from "./by-month";
import { MonthSection, type MonthSectionProps } from "./month-section";

/** So many lines are drawn whatever is seen: what a server sends in one page, and a first screen of it all. */
const firstLines = 40;

const never = () => () => undefined;
const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const unknownZone = () => "UTC";

export type MonthListProps = Omit<MonthSectionProps, "atFirst">;

/** Lines under the month that they fall in where this device is. */
export function MonthList({ lines, ...shown }: MonthListProps) {
  const zone = useSyncExternalStore(never, deviceZone, unknownZone);
  const months = useMemo(() => {
    let before = 0;
    return byMonth(lines, zone).map(({ month, checkIns }) => {
      const atFirst = firstLines - before;
      before += checkIns.length;
      return { month, checkIns, atFirst };
    });
  }, [lines, zone]);
  return (
    <div className="grid gap-6">
      {months.map(({ month, checkIns, atFirst }) => (
        <MonthSection key={month} lines={checkIns} atFirst={atFirst} {...shown} />
      ))}
    </div>
  );
}
