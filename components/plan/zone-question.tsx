"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { PlanAction } from "./plan-action";
import { PlanRefusalNotice } from "./plan-refusal";
import { useTell } from "./told";
import { useAct } from "./use-act";
import { useDeviceZone } from "./use-device-zone";
import { placeOf, sameClock } from "./zone-name";

export type ZoneQuestionProps = {
  /** The zone that this person's plan is told by; null before any browser has told one. */
  zone: string | null;
  tellZone: PlanAction<{ zone: string }>;
};

const keptKey = "heard/zone-kept";

/**
 * The first browser's zone is taken over without a word. Afterwards a browser in another zone asks, and never switches by
 * itself: plans are told by the profile's zone until somebody says otherwise. "Keep" holds on this device for this pair of zones.
 */
export function ZoneQuestion({ zone, tellZone }: ZoneQuestionProps) {
  const t = useTranslations("plan.zone");
  const here = useDeviceZone();
  const { act, pending, refused } = useAct();
  const tell = useTell();
  const [kept, setKept] = useState(true);

  useEffect(() => {
    if (here === null) return;
    if (zone === null) void ask(tellZone, { zone: here });
    else setKept(readKept() === `${zone}|${here}`);
  }, [zone, here, tellZone]);

  if (here === null || zone === null || kept || sameClock(zone, here)) return null;
  const keep = () => {
    keepIt(`${zone}|${here}`);
    setKept(true);
    tell(t("kept", { place: placeOf(zone) }));
  };
  return (
    <Card tone="sunken" aria-labelledby="zone-question" className="grid gap-3">
      <h2 id="zone-question" className="font-semibold">
        {t("title", { place: placeOf(here) })}
      </h2>
      <p>{t("text", { here: placeOf(here), profile: placeOf(zone) })}</p>
      <PlanRefusalNotice refused={refused} zone={zone} />
      <div className="grid gap-2 sm:flex sm:flex-wrap">
        <Button
          tone="secondary"
          pending={pending}
          onClick={() => act(tellZone, { zone: here }, () => tell(t("used", { place: placeOf(here) })))}
        >
          {t("use", { place: placeOf(here) })}
        </Button>
        <Button tone="secondary" onClick={keep}>
          {t("keep", { place: placeOf(zone) })}
        </Button>
      </div>
    </Card>
  );
}

// Storage may be forbidden: the question then comes again with the next page.
function readKept(): string | null {
  try {
    return localStorage.getItem(keptKey);
  } catch {
    return null;
  }
}

function keepIt(value: string): void {
  try {
    localStorage.setItem(keptKey, value);
  } catch {
    // Asked again, as said above.
  }
}
