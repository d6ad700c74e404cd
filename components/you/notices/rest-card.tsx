"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { KeptMark } from "./kept-mark";
import type { Saving } from "./use-saving";

const hours = Array.from({ length: 13 }, (_, hour) => hour);

/** How soon after a "not today" the next question may come. */
export function RestCard({ saving }: { saving: Saving }) {
  const t = useTranslations("notices.rest");
  return (
    <Card aria-labelledby="rest" className="grid gap-3">
      <h2 id="rest" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <SelectField
        label={t("label")}
        hint={t("hint")}
        value={saving.settings.proposalRestHours}
        onChange={(event) => saving.save({ proposalRestHours: Number(event.target.value) })}
      >
        {hours.map((hour) => (
          <option key={hour} value={hour}>
            {t("hours", { hours: hour })}
          </option>
        ))}
      </SelectField>
      <KeptMark saving={saving} of={["proposalRestHours"]} />
    </Card>
  );
}
