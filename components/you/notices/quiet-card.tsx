"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { Card } from "@/components/ui/card";
import { SwitchRow } from "@/components/ui/switch-row";
import { TextInput } from "@/components/ui/text-input";
import { defaultNoticeSettings } from "@/lib/notices/usual-settings";
import { minutesOf, timeOf } from "./clock-time";
import { KeptMark } from "./kept-mark";
import { useDraftOf } from "./use-draft-of";
import type { Saving } from "./use-saving";

/** Off, or from when until when. `zone`: whose clock it is, in words. Kept when a field is left, so that no half-typed time is. */
export function QuietCard({ saving, zone }: { saving: Saving; zone: ReactNode }) {
  const t = useTranslations("notices.quiet");
  const { quietFrom, quietUntil } = saving.settings;
  const on = quietFrom !== null && quietUntil !== null;
  const usual = { quietFrom: defaultNoticeSettings.quietFrom, quietUntil: defaultNoticeSettings.quietUntil };
  return (
    <Card aria-labelledby="quiet" className="grid gap-3">
      <h2 id="quiet" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <SwitchRow
        label={t("label")}
        hint={t("hint")}
        checked={on}
        onChange={(wanted) => saving.save(wanted ? usual : { quietFrom: null, quietUntil: null })}
      />
      {on && <QuietTimes {...{ saving, from: quietFrom, until: quietUntil }} />}
      {zone}
      <KeptMark saving={saving} of={["quietFrom"]} />
    </Card>
  );
}

function QuietTimes({ saving, from, until }: { saving: Saving; from: number; until: number }) {
  const t = useTranslations("notices.quiet");
  const { kept, refused } = saving;
  const [keptFrom, keptUntil] = [timeOf(kept.quietFrom ?? from), timeOf(kept.quietUntil ?? until)];
  const [typedFrom, setFrom] = useDraftOf(keptFrom);
  const [typedUntil, setUntil] = useDraftOf(keptUntil);
  const [quietFrom, quietUntil] = [minutesOf(typedFrom), minutesOf(typedUntil)];
  const isSame = quietFrom !== null && quietFrom === quietUntil;
  const keep = () => {
    if (quietFrom === null || quietUntil === null || isSame) return;
    if (quietFrom !== from || quietUntil !== until) saving.save({ quietFrom, quietUntil });
  };
  // A time field shows what holds: a refusal puts it back.
  useEffect(() => {
    if (refused?.what !== "quietFrom") return;
    setFrom(keptFrom);
    setUntil(keptUntil);
  }, [refused, keptFrom, keptUntil, setFrom, setUntil]);
  const fields = [
    { which: "from", value: typedFrom, set: setFrom },
    { which: "until", value: typedUntil, set: setUntil },
  ] as const;
  return (
    <>
      {/* Enter in a time field keeps it too. */}
      <form
        noValidate
        className="flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        {fields.map(({ which, value, set }) => (
          <TextInput
            key={which}
            type="time"
            label={t(which)}
            value={value}
            onChange={(event) => set(event.target.value)}
            onBlur={keep}
          />
        ))}
        <button type="submit" hidden />
      </form>
      {isSame && (
        <p role="alert" className="text-small font-semibold text-danger">
          {t("same")}
        </p>
      )}
      {!isSame && quietFrom !== null && quietUntil !== null && quietFrom > quietUntil && (
        <p className="text-small text-muted">{t("overnight")}</p>
      )}
    </>
  );
}
