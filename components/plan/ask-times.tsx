"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { AskTime } from "./ask-draft";
import { DateTimeFields } from "./date-time-fields";
import type { Pair } from "./pair";

export type AskTimesProps = {
  times: readonly AskTime[];
  zone: string;
  pair: Pair;
  onChange(times: AskTime[]): void;
};

const most = 3;
const dayMs = 24 * 60 * 60 * 1000;

/** The same hour a day later: a beginning that is no other time's double. */
const dayAfter = ({ date, time }: AskTime): AskTime => {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const next = Number.isNaN(noon) ? date : new Date(noon + dayMs).toISOString().slice(0, 10);
  return { key: crypto.randomUUID(), date: next, time };
};

/** One to three times; the other picks the one that suits. */
export function AskTimes({ times, zone, pair, onChange }: AskTimesProps) {
  const t = useTranslations("plan.ask");
  const last = times.at(-1);
  return (
    <div className="grid gap-4">
      {times.map((one, index) => (
        <fieldset key={one.key} className="grid min-w-0 gap-2">
          <legend className={times.length === 1 ? "sr-only" : "mb-1 font-semibold"}>
            {times.length === 1 ? t("theTime") : t("nthTime", { nth: index + 1 })}
          </legend>
          <DateTimeFields
            value={one}
            zone={zone}
            pair={pair}
            onChange={(next) => onChange(times.map((other) => (other.key === one.key ? { ...other, ...next } : other)))}
          />
          {times.length > 1 && (
            <Button
              tone="quiet"
              className="-ml-4 justify-self-start"
              onClick={() => onChange(times.filter(({ key }) => key !== one.key))}
            >
              {t("without", { nth: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {times.length < most && last && (
        <Button tone="secondary" className="justify-self-start" onClick={() => onChange([...times, dayAfter(last)])}>
          {t("oneMore")}
        </Button>
      )}
    </div>
  );
}
