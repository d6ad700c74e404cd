"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { Field } from "@/components/ui/field";
import { inputLook } from "@/components/ui/input-look";

const lengths = [5, 10, 15, 20, 30, 45, 60, 90] as const;

export type MinutesSelectProps = {
  label: ReactNode;
  hint?: ReactNode;
  value: number;
  onChange(minutes: number): void;
};

/** For how long; a length from elsewhere stays on offer. */
export function MinutesSelect({ label, hint, value, onChange }: MinutesSelectProps) {
  const t = useTranslations("plan");
  const offered = [...new Set([...lengths, value])].sort((one, other) => one - other);
  return (
    <Field label={label} hint={hint}>
      {(aria) => (
        <select
          {...aria}
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
          className={classes(inputLook, "min-h-11")}
        >
          {offered.map((minutes) => (
            <option key={minutes} value={minutes}>
              {t("minutes", { minutes })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
