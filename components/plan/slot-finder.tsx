import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { wallOf } from "@/lib/plan/format-zone-time";
import type { OverlapDay } from "./overlap-day";
import type { Pair } from "./pair";
import { SlotBars } from "./slot-bars";

export type SlotFinderProps = {
  days: readonly OverlapDay[];
  pair: Pair;
  /** Whether this person gave hours of their own: nothing is in common with nothing. */
  hasOwn: boolean;
};

const shown = 7;

/** When both are usually free in the coming days: drawn, and as a list of which each leads to an asking. Needs `plan`. */
export function SlotFinder({ days, pair, hasOwn }: SlotFinderProps) {
  const t = useTranslations("plan.slots");
  const format = useFormatter();
  const { zone, theirZone, theirName } = pair;
  return (
    <Card aria-labelledby="slots" className="grid content-start gap-4">
      <h2 id="slots" className="text-lead font-semibold">
        {t("both")}
      </h2>
      {zone === null || days.length === 0 ? (
        <p className="text-muted">{t(hasOwn ? "nothing" : "noOwn", { name: theirName })}</p>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-small text-muted">
            <Key className="bg-us">{t("keyBoth")}</Key>
            <Key className="bg-border">{t("keyNight")}</Key>
          </p>
          <ol className="grid gap-6">
            {days.slice(0, shown).map((day) => (
              <li key={day.date} className="grid gap-2">
                <h3 className="font-semibold">
                  {format.dateTime(new Date(`${day.date}T12:00:00Z`), {
                    ...({ timeZone: "UTC", weekday: "long", day: "numeric", month: "long" } as const),
                  })}
                </h3>
                <SlotBars day={day} zone={zone} theirZone={theirZone ?? zone} theirName={theirName} />
                <ul className="flex flex-wrap gap-2">
                  {day.stretches.map(({ from, until }) => (
                    <li key={from}>
                      <Link
                        href={`/plan/ask?at=${from}`}
                        prefetch={false}
                        className="inline-flex min-h-11 items-center rounded-full border border-control bg-surface px-4 py-1 hover:bg-us-tint"
                      >
                        {t("askAt", { from: wallOf(from, zone).time, until: wallOf(until, zone).time })}
                      </Link>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className={`size-3 rounded-xs ${className}`} />
      {children}
    </span>
  );
}
