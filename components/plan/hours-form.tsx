"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { type Days, daysOf, type HoursRow, rowsOf } from "./hours-draft";
import type { PlanAction } from "./plan-action";
import { PlanRefusalNotice } from "./plan-refusal";
import { WeekdayChips } from "./rhythm-days";
import { useTell } from "./told";
import { useAct } from "./use-act";
import { useDeviceZone } from "./use-device-zone";

export type SaveHours = PlanAction<{ zone: string; days: [number, number][][] }>;

export type HoursFormProps = {
  /** What this person gave before; null before they gave any. */
  days: Days | null;
  zone: string | null;
  theirName: string;
  save: SaveHours;
};

const evenings = (): HoursRow => ({
  key: crypto.randomUUID(),
  weekdays: [1, 2, 3, 4, 5],
  from: "19:00",
  until: "21:00",
});

/** When somebody is usually free. Theirs alone: the other sees what both have in common. Needs `plan`. */
export function HoursForm({ days, zone, theirName: name, save }: HoursFormProps) {
  const t = useTranslations("plan.hours");
  const device = useDeviceZone();
  const [rows, setRows] = useState<readonly HoursRow[]>(() => rowsOf(days ?? []));
  const { act, pending, refused } = useAct();
  const tell = useTell();
  const change = (key: string, part: Partial<HoursRow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act(save, { zone: zone ?? device ?? "UTC", days: daysOf(rows) }, () => tell(t("saved")));
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      {rows.length === 0 && <p className="text-muted">{t("none")}</p>}
      {rows.map((row, index) => (
        <fieldset key={row.key} className="grid min-w-0 gap-3 border-t border-border pt-4 first:border-t-0 first:pt-0">
          <legend className="sr-only">{t("row", { nth: index + 1 })}</legend>
          <WeekdayChips
            legend={t("days")}
            value={row.weekdays}
            onChange={(weekdays) => change(row.key, { weekdays })}
          />
          <div className="flex flex-wrap items-end gap-3">
            <TextInput
              label={t("from")}
              type="time"
              value={row.from}
              onChange={(event) => change(row.key, { from: event.target.value.slice(0, 5) })}
            />
            <TextInput
              label={t("until")}
              type="time"
              value={row.until}
              onChange={(event) => change(row.key, { until: event.target.value.slice(0, 5) })}
            />
            <Button
              tone="quiet"
              className="-ml-4"
              aria-label={t("withoutRow", { nth: index + 1 })}
              onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
            >
              {t("without")}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button tone="secondary" className="justify-self-start" onClick={() => setRows([...rows, evenings()])}>
        {t(rows.length === 0 ? "first" : "more")}
      </Button>
      <p className="text-small text-muted">{t("private", { name })}</p>
      <PlanRefusalNotice refused={refused} zone={zone} />
      <Button type="submit" pending={pending} pendingWords={t("saving")} className="justify-self-start">
        {t("save")}
      </Button>
    </form>
  );
}
