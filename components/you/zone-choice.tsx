"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { PlanAction } from "@/components/plan/plan-action";
import { PlanRefusalNotice } from "@/components/plan/plan-refusal";
import { useTell } from "@/components/plan/told";
import { useAct } from "@/components/plan/use-act";
import { placeOf } from "@/components/plan/zone-name";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { groupZones, type ZoneGroup } from "./group-zones";

export type ZoneChoiceProps = {
  /** Null before any browser has told one. */
  zone: string | null;
  tellZone: PlanAction<{ zone: string }>;
};

/** Whose clock tells the plan, and another one by choice. The list of zones is made when it is asked for. Needs `zoneChoice` and `plan`. */
export function ZoneChoice({ zone, tellZone }: ZoneChoiceProps) {
  const t = useTranslations("zoneChoice");
  const [groups, setGroups] = useState<readonly ZoneGroup[] | null>(null);
  const [chosen, setChosen] = useState(zone ?? "UTC");
  const { act, pending, refused } = useAct();
  const tell = useTell();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act(tellZone, { zone: chosen }, () => {
      setGroups(null);
      tell(t("used", { place: placeOf(chosen) }));
    });
  };
  const open = () => {
    setChosen(zone ?? "UTC");
    setGroups(groupZones(zone));
  };
  return (
    <Card className="grid gap-4">
      <p className="font-semibold">
        {zone === null ? t("none") : t("now", { place: placeOf(zone) })}
        {zone !== null && <span className="block text-small font-normal text-muted">{zone}</span>}
      </p>
      {groups === null ? (
        <Button tone="secondary" className="justify-self-start" onClick={open}>
          {t("change")}
        </Button>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <SelectField label={t("label")} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {groups.map(({ region, zones }) => (
              <optgroup key={region} label={region === "" ? t("other") : region}>
                {zones.map((one) => (
                  <option key={one} value={one}>
                    {nameIn(region, one)}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
          <Button type="submit" pending={pending} pendingWords={t("using")} className="justify-self-start">
            {t("use")}
          </Button>
        </form>
      )}
      <PlanRefusalNotice refused={refused} zone={zone} />
      <p className="text-small text-muted">{t("keeps")}</p>
    </Card>
  );
}

const nameIn = (region: string, zone: string): string =>
  (region === "" ? zone : zone.slice(region.length + 1)).replaceAll("_", " ");
