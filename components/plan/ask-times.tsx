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
        <Button
          tone="secondary"
          className="justify-self-start"
          onClick={() => onChange([...times, { ...last, key: crypto.randomUUID() }])}
        >
          {t("oneMore")}
        </Button>
      )}
    </div>
  );
}
