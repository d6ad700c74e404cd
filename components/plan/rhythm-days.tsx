"use client";

import { useTranslations } from "next-intl";
import { CheckChip } from "@/components/ui/check-chip";
import { classes } from "@/components/ui/classes";
import { Field } from "@/components/ui/field";
import { inputLook } from "@/components/ui/input-look";
import { RadioRow } from "@/components/ui/radio-row";
import type { RhythmDraft } from "./rhythm-draft";
import { useWeekdayName, weekdays } from "./weekdays";

const nths = [1, 2, 3, 4, -1] as const;
const selectLook = classes(inputLook, "min-h-11");

export type RhythmDaysProps = { draft: RhythmDraft; onChange(part: Partial<RhythmDraft>): void };

/** How often, and on which days. */
export function RhythmDays({ draft, onChange }: RhythmDaysProps) {
  const t = useTranslations("plan.rhythm");
  const name = useWeekdayName();
  const { every, nth, weekday } = draft;
  return (
    <>
      <RadioRow
        legend={t("often")}
        name="every"
        layout="stack"
        value={every}
        onChange={(next: RhythmDraft["every"]) => onChange({ every: next })}
        options={[
          { value: "week", label: t("every.week") },
          { value: "otherWeek", label: t("every.otherWeek") },
          { value: "month", label: t("every.month") },
        ]}
      />
      {every === "month" ? (
        <div className="flex flex-wrap gap-4">
          <Field label={t("which")}>
            {(aria) => (
              <select
                {...aria}
                value={nth}
                onChange={(event) => onChange({ nth: nths.find((one) => one === Number(event.target.value)) ?? 1 })}
                className={selectLook}
              >
                {nths.map((one) => (
                  <option key={one} value={one}>
                    {t("nth", { nth: String(one) })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t("day")}>
            {(aria) => (
              <select
                {...aria}
                value={weekday}
                onChange={(event) => onChange({ weekday: Number(event.target.value) })}
                className={selectLook}
              >
                {weekdays.map((day) => (
                  <option key={day} value={day}>
                    {name(day)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      ) : (
        <WeekdayChips legend={t("days")} value={draft.weekdays} onChange={(next) => onChange({ weekdays: next })} />
      )}
    </>
  );
}

export type WeekdayChipsProps = {
  legend: string;
  value: readonly number[];
  onChange(weekdays: readonly number[]): void;
};

/** Any of the seven days. */
export function WeekdayChips({ legend, value, onChange }: WeekdayChipsProps) {
  const name = useWeekdayName();
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {weekdays.map((day) => (
          <CheckChip
            key={day}
            checked={value.includes(day)}
            onChange={(event) =>
              onChange(event.target.checked ? [...value, day] : value.filter((other) => other !== day))
            }
          >
            <span aria-hidden>{name(day, "short")}</span>
            <span className="sr-only">{name(day)}</span>
          </CheckChip>
        ))}
      </div>
    </fieldset>
  );
}
