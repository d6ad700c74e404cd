"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { goOn } from "@/components/auth/go-on";
import { type Action, ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { RadioRow } from "@/components/ui/radio-row";
import type { Mode } from "@/lib/check-in/events";
import type { Guide } from "@/lib/guides/guide";

export type StartCheckInProps = {
  guides: readonly Pick<Guide, "id" | "title" | "about" | "minutes">[];
  theirName: string;
  /** Opens a check-in, or answers with the one that runs already. */
  start: Action<{ guideId: string; mode: Mode; commandId: string }, { checkInId: string }>;
};

/** Opens a check-in for both and goes into it. Needs `us`. */
export function StartCheckIn({ guides, theirName: name, start }: StartCheckInProps) {
  const t = useTranslations("us.start");
  const [guideId, setGuideId] = useState(guides[0]?.id ?? "");
  const [mode, setMode] = useState<Mode>("spoken");
  const [pending, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  // Made once for whatever is pressed how often: an answer that got lost does not open a second one.
  const commandId = useRef<string | null>(null);
  const guide = guides.find(({ id }) => id === guideId);
  const takes = ([from, to]: Guide["minutes"]) =>
    from === to ? t("exactly", { minutes: to }) : t("minutes", { from, to });

  const press = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setRefusal(null);
    startTransition(async () => {
      commandId.current ??= crypto.randomUUID();
      const answer = await ask(start, { guideId, mode, commandId: commandId.current });
      if (!answer.ok) return setRefusal(answer.refusal);
      commandId.current = null;
      goOn(`/check-in/${answer.value.checkInId}`);
    });
  };

  return (
    <Card aria-labelledby="start" className="content-start">
      <form onSubmit={press} className="grid gap-4">
        <h2 id="start" className="text-lead font-semibold">
          {t("title")}
        </h2>
        {guides.length > 1 && (
          <RadioRow
            legend={t("guide")}
            name="guide"
            layout="stack"
            value={guideId}
            onChange={setGuideId}
            options={guides.map(({ id, title, minutes }) => ({ value: id, label: title, hint: takes(minutes) }))}
          />
        )}
        {guide && (
          <p>
            {guide.about} {guides.length === 1 && <span className="text-muted">{takes(guide.minutes)}</span>}
          </p>
        )}
        <RadioRow<Mode>
          legend={t("mode")}
          name="mode"
          layout="stack"
          value={mode}
          onChange={setMode}
          options={[
            { value: "spoken", label: t("spoken"), hint: t("spokenHint") },
            { value: "written", label: t("written"), hint: t("writtenHint") },
          ]}
        />
        <p className="text-small text-muted">{t("lead", { name })}</p>
        <Refused refusal={refusal} />
        <Button type="submit" pending={pending} pendingWords={t("going")}>
          {t("go")}
        </Button>
      </form>
    </Card>
  );
}

const known = ["notLinked", "wordsShut", "signedOut", "invalid", "offline"] as const;

function Refused({ refusal }: { refusal: string | null }) {
  const t = useTranslations("us.refusals");
  if (refusal === null) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      {t(known.find((one) => one === refusal) ?? "unavailable")}
    </Notice>
  );
}
