"use client";

import { useFormatter, useTranslations } from "next-intl";
import { RadioRow } from "@/components/ui/radio-row";
import { TextInput } from "@/components/ui/text-input";
import { type Wall, wallOf } from "@/lib/plan/format-zone-time";
import type { WallMoment } from "@/lib/plan/wall-time";
import { instantsOf } from "./instants-of";
import type { Pair } from "./pair";
import { longTime } from "./time-shapes";
import { ZoneLine } from "./zone-line";

export type DateTime = Wall & Pick<WallMoment, "which">;

export type DateTimeFieldsProps = {
  value: DateTime;
  zone: string;
  pair: Pair;
  onChange(next: DateTime): void;
};

/**
 * A day and a time in the browser's own fields, and under them what they come to: in words, since a browser writes days and
 * hours as its own settings say, and by the other's clock where it differs. What a clock change makes of it is said at once, and that it is past:
 * of three times a refusal of the server would not say which.
 */
export function DateTimeFields({ value: { date, time, which }, zone, pair, onChange }: DateTimeFieldsProps) {
  const t = useTranslations("plan.when");
  const refusals = useTranslations("plan.refusals");
  const format = useFormatter();
  const instants = instantsOf({ date, time }, zone);
  const isDate = !Number.isNaN(Date.parse(`${date}T${time}:00Z`));
  const at = instants[which === "second" ? 1 : 0] ?? instants[0];
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-3">
        <TextInput
          label={t("day")}
          type="date"
          required
          value={date}
          min={wallOf(Date.now(), zone).date}
          onChange={(event) => onChange({ date: event.target.value, time, which })}
        />
        <TextInput
          label={t("time")}
          type="time"
          required
          value={time}
          onChange={(event) => onChange({ date, time: event.target.value.slice(0, 5), which })}
        />
      </div>
      {at !== undefined && (
        <div>
          <p className="text-small text-muted">{format.dateTime(at, { ...longTime, timeZone: zone })}</p>
          <ZoneLine at={at} pair={{ ...pair, zone }} />
        </div>
      )}
      {at !== undefined && at <= Date.now() && (
        <p role="status" className="text-small font-semibold text-warn">
          {refusals("pastTime")}
        </p>
      )}
      {isDate && instants.length === 0 && (
        <p role="status" className="text-small font-semibold text-warn">
          {t("skipped", { time })}
        </p>
      )}
      {instants.length === 2 && (
        <RadioRow
          legend={t("doubled", { time })}
          name={`which-${date}-${time}`}
          value={which}
          onChange={(next: "first" | "second") => onChange({ date, time, which: next })}
          options={[
            { value: "first", label: t("first") },
            { value: "second", label: t("second") },
          ]}
        />
      )}
    </div>
  );
}
