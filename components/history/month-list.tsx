"use client";

import { useMemo, useSyncExternalStore } from "react";
import { byMonth } from "@/components/read/by-month";
import type { Line } from "@/lib/history/line";
import type { Snippet } from "@/lib/history/seek";
import type { Seat } from "@/lib/ids";
import { MonthSection } from "./month-section";

/** So many lines are drawn whatever is seen: what a server sends in one page, and a first screen of it all. */
const firstLines = 40;

const never = () => () => undefined;
const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const unknownZone = () => "UTC";

export type MonthListProps = {
  lines: readonly Line[];
  snippets?: ReadonlyMap<string, Snippet>;
  names?: Readonly<Record<Seat, string>>;
};

/** Lines under the month that they fall in where this device is. */
export function MonthList({ lines, snippets, names }: MonthListProps) {
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
        <MonthSection
          key={month}
          lines={checkIns}
          atFirst={atFirst}
          {...(snippets && { snippets })}
          {...(names && { names })}
        />
      ))}
    </div>
  );
}
