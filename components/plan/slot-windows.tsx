"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { wallOf } from "@/lib/plan/format-zone-time";
import type { OverlapDay } from "./overlap-day";
import type { Pair } from "./pair";

export type SlotWindowsProps = {
  days: readonly OverlapDay[];
  pair: Pair & { zone: string };
  minutes: number;
  /** The beginning of the window that was picked, epoch ms. */
  onPick(at: number): void;
};

const shown = 4;

/** When both are usually free, each a button that fills in the time; the way to the hours where there is nothing to offer. */
export function SlotWindows({ days, pair, minutes, onPick }: SlotWindowsProps) {
  const t = useTranslations("plan.slots");
  const format = useFormatter();
  const id = useId();
  const { zone } = pair;
  const fits = days
    .flatMap(({ stretches }) => stretches)
    .filter(({ from, until }) => until - from >= minutes * 60_000 && from > Date.now())
    .slice(0, shown);
  const day = (at: number) => format.dateTime(at, { timeZone: zone, weekday: "short", day: "numeric", month: "short" });
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="text-small font-semibold">
        {t("title")}
      </h2>
      {fits.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {fits.map(({ from, until }) => (
            <li key={from}>
              <button
                type="button"
                onClick={() => onPick(from)}
                className="min-h-11 rounded-full border border-control bg-surface px-4 py-1 hover:bg-us-tint"
              >
                {t("window", { day: day(from), from: wallOf(from, zone).time, until: wallOf(until, zone).time })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="text-small text-muted">
        {fits.length === 0 && <>{t("none")} </>}
        <Link
          href="/plan/hours"
          prefetch={false}
          className="inline-flex min-h-11 items-center text-us underline underline-offset-4"
        >
          {t("toHours")}
        </Link>
      </p>
    </section>
  );
}
