"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { KeptMark } from "./kept-mark";
import type { Saving } from "./use-saving";

const choices = [10, 30, 60, 180, 1_440] as const;

/** How long before a planned check-in its one reminder comes. A time from elsewhere stays on offer. */
export function ReminderCard({ saving }: { saving: Saving }) {
  const t = useTranslations("notices.reminder");
  const { reminderMinutes } = saving.settings;
  const offered = [...new Set([...choices, reminderMinutes])].sort((one, other) => one - other);
  return (
    <Card aria-labelledby="reminder" className="grid gap-3">
      <h2 id="reminder" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <SelectField
        label={t("label")}
        hint={t("hint")}
        value={reminderMinutes}
        onChange={(event) => saving.save({ reminderMinutes: Number(event.target.value) })}
      >
        {offered.map((minutes) => (
          <option key={minutes} value={minutes}>
            {wordsFor(t, minutes)}
          </option>
        ))}
      </SelectField>
      <KeptMark saving={saving} of={["reminderMinutes"]} />
    </Card>
  );
}

function wordsFor(t: ReturnType<typeof useTranslations<"notices.reminder">>, minutes: number): string {
  if (minutes === 0) return t("start");
  if (minutes % 1_440 === 0) return t("days", { days: minutes / 1_440 });
  return minutes % 60 === 0 ? t("hours", { hours: minutes / 60 }) : t("minutes", { minutes });
}
