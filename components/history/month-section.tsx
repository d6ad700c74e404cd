"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo, useId, useLayoutEffect, useRef } from "react";
import { Facts } from "@/components/read/facts";
import { LocalTime } from "@/components/ui/local-time";
import { PartnerMark } from "@/components/ui/partner-mark";
import type { Line } from "@/lib/history/line";
import type { Snippet } from "@/lib/history/seek";
import type { Seat } from "@/lib/ids";

export type MonthSectionProps = {
  month: string;
  lines: readonly Line[];
  /** What was found in them, by check-in. */
  snippets?: ReadonlyMap<string, Snippet>;
  names?: Readonly<Record<Seat, string>>;
};

/** About what a line takes, in pixels, for those that nobody has seen yet. */
const lineHeight = 94;
const headHeight = 44;

/**
 * One month of the list. Off screen it is not drawn, so that thousands of lines scroll like a few; it stays readable to screen
 * readers and to the browser's own search. Drawn anew only when a line of its own changed.
 */
export const MonthSection = memo(
  function MonthSection({ lines, snippets, names }: MonthSectionProps) {
    const t = useTranslations("read");
    const section = useRef<HTMLElement>(null);
    const heading = useId();
    const first = lines[0];
    const height = `auto ${lines.length * lineHeight + headHeight}px`;
    // By script and not as an attribute of the page that the server sends, which the policy would not let through.
    useLayoutEffect(() => {
      if (section.current) section.current.style.containIntrinsicBlockSize = height;
    }, [height]);
    if (!first) return null;
    return (
      <section ref={section} aria-labelledby={heading} className="-mx-2 grid gap-2 px-2 pb-2 [content-visibility:auto]">
        <h2 id={heading} className="text-lead font-semibold">
          <LocalTime at={atOf(first.openedAt)} show="month" />
        </h2>
        <ul aria-label={t("label")} className="grid gap-2">
          {lines.map((line) => {
            const snippet = snippets?.get(line.checkInId);
            return (
              <li key={line.checkInId}>
                <Link
                  href={`/read/${line.checkInId}`}
                  prefetch={false}
                  className="grid gap-1 rounded-card border border-border bg-surface p-4 hover:bg-us-tint"
                >
                  <span className="font-semibold">
                    <LocalTime at={atOf(line.openedAt)} show="day" />
                  </span>
                  <Facts {...line} />
                  {snippet && names && (
                    <span className="mt-1 grid gap-1">
                      <PartnerMark seat={snippet.seat} name={names[snippet.seat]} />
                      <span className="font-spoken text-spoken [overflow-wrap:anywhere]">{snippet.text}</span>
                    </span>
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      </section>
    );
  },
  (before, after) =>
    before.month === after.month &&
    before.names === after.names &&
    before.lines.length === after.lines.length &&
    before.lines.every((line, index) => {
      const other = after.lines[index];
      return (
        other?.checkInId === line.checkInId &&
        other.status === line.status &&
        before.snippets?.get(line.checkInId) === after.snippets?.get(line.checkInId)
      );
    }),
);

const atOf = (instant: number): string => new Date(instant).toISOString();
