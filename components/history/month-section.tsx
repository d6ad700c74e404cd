"use client";

import { useId } from "react";
import { LocalTime } from "@/components/ui/local-time";
import { LineList, type LineListProps } from "./line-list";

/** `atFirst`: so many of its lines are drawn whatever is seen. */
export type MonthSectionProps = Omit<LineListProps, "isFirst"> & { atFirst: number };

/** So many are drawn at once: few enough that no frame waits for them. */
const atOnce = 12;

/** One month of the list: its heading is always there, its lines while they are near what is seen. */
export function MonthSection({ lines, atFirst, ...shown }: MonthSectionProps) {
  const heading = useId();
  const first = lines[0];
  if (!first) return null;
  const parts = Array.from({ length: Math.ceil(lines.length / atOnce) }, (_, part) => part * atOnce);
  return (
    <section aria-labelledby={heading} className="grid gap-2 pb-2">
      <h2 id={heading} className="text-lead font-semibold">
        <LocalTime at={new Date(first.openedAt).toISOString()} show="month" />
      </h2>
      {parts.map((from) => (
        <LineList key={from} lines={lines.slice(from, from + atOnce)} isFirst={from < atFirst} {...shown} />
      ))}
    </section>
  );
}
