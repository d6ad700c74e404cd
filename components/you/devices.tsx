"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { askDone } from "@/components/auth/ask-done";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { type DeviceHere, DeviceLine } from "@/components/you/device-line";

export type DevicesProps = {
  devices: readonly DeviceHere[];
  endDevice: (input: { sessionId: string }) => Promise<unknown>;
  signOutEverywhere: () => Promise<unknown>;
};

/** Where the person is signed in; one of them, or all, can be signed out. Needs `you` and `account`. */
export function Devices({ devices, endDevice, signOutEverywhere }: DevicesProps) {
  const t = useTranslations("you.devices");
  const titleId = useId();
  const [ending, setEnding] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);

  const end = async (sessionId: string) => {
    setEnding(sessionId);
    setRefusal(null);
    const answer = await askDone(async () => {
      const said = await endDevice({ sessionId });
      // Signed out already, from somewhere else: the list that came with the answer says so.
      return isNotFound(said) ? { ok: true, value: null } : said;
    });
    setEnding(null);
    if (!answer.ok) setRefusal(answer);
  };

  const everywhere = async () => {
    setLeaving(true);
    setRefusal(null);
    const why = await import("@/components/auth/end-here").then(
      ({ endHere }) => endHere(signOutEverywhere),
      () => refused("offline"),
    );
    if (why === null) return;
    setLeaving(false);
    setRefusal(why);
  };

  return (
    <Card aria-labelledby={titleId} className="grid gap-4">
      <h2 id={titleId} className="text-lead font-semibold">
        {t("title")}
      </h2>
      <p className="max-w-measure text-muted">{t("lead")}</p>
      <ul aria-labelledby={titleId} className="grid gap-4">
        {devices.map((device) => (
          <DeviceLine
            key={device.sessionId}
            device={device}
            ending={ending === device.sessionId}
            onEnd={() => end(device.sessionId)}
          />
        ))}
      </ul>
      {refusal && !asking && <RefusalNotice refused={refusal} />}
      <div>
        <Button tone="secondary" onClick={() => setAsking(true)}>
          {t("everywhere")}
        </Button>
      </div>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={everywhere}
        title={t("everywhereTitle")}
        consequences={(["all", "key", "safe"] as const).map((part) => t(`everywhereConsequences.${part}`))}
        confirmLabel={t("everywhere")}
        pending={leaving}
        pendingWords={t("ending")}
        error={refusal && <RefusalNotice refused={refusal} />}
      />
    </Card>
  );
}

const isNotFound = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "refusal" in answer && answer.refusal === "notFound";
