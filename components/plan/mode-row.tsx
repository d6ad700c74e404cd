"use client";

import { useTranslations } from "next-intl";
import { RadioRow } from "@/components/ui/radio-row";
import type { Mode } from "@/lib/check-in/events";

/** How a check-in that opens by the next press is held: in one room, or apart. */
export function ModeRow({ value, onChange }: { value: Mode; onChange(mode: Mode): void }) {
  const t = useTranslations("plan.lobby");
  return (
    <RadioRow<Mode>
      legend={t("mode")}
      name="mode"
      value={value}
      onChange={onChange}
      options={[
        { value: "spoken", label: t("spoken") },
        { value: "written", label: t("written") },
      ]}
    />
  );
}
