"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { LocalTime } from "@/components/ui/local-time";
import { byMonth } from "./by-month";
import { Facts } from "./facts";
import type { ListedCheckIn } from "./listed-check-in";

const never = () => () => undefined;
const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const unknownZone = () => "UTC";

/** The lines under the month that they fall in where this device is; the server can't know that. */
export function Months({ checkIns, base }: { checkIns: readonly ListedCheckIn[]; base: string }) {
  const t = useTranslations("read");
  const zone = useSyncExternalStore(never, deviceZone, unknownZone);
  return (
    <div className="grid gap-8">
      {byMonth(checkIns, zone).map(({ month, checkIns: lines }) => (
        <section key={month} aria-labelledby={`month-${month}`} className="grid gap-2">
          <h2 id={`month-${month}`} className="text-lead font-semibold">
            <LocalTime at={atOf(lines[0].openedAt)} show="month" />
          </h2>
          <ul aria-label={t("label")} className="grid gap-2">
            {lines.map((line) => (
              <li key={line.checkInId}>
                <Link
                  href={`${base}/${line.checkInId}`}
                  prefetch={false}
                  className="grid gap-1 rounded-card border border-border bg-surface p-4 hover:bg-us-tint"
                >
                  <span className="font-semibold">
                    <LocalTime at={atOf(line.openedAt)} show="day" />
                  </span>
                  <Facts {...line} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const atOf = (instant: number): string => new Date(instant).toISOString();
