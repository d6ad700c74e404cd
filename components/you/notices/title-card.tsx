"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { TextLink } from "@/components/auth/text-link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextInput } from "@/components/ui/text-input";
import { calendarTitleRefusal } from "@/lib/notices/calendar-title";
import { KeptMark } from "./kept-mark";
import { useRefusalWords } from "./refusal";
import { useDraftOf } from "./use-draft-of";
import type { Saving } from "./use-saving";

/** The neutral title that a calendar shows, and how it looks there. What is typed stays, whatever the answer. */
export function TitleCard({ saving }: { saving: Saving }) {
  const t = useTranslations("notices.calendarTitle");
  const wordsFor = useRefusalWords();
  const { calendarTitle } = saving.kept;
  const [typed, setTyped] = useDraftOf(calendarTitle);
  const refusal = calendarTitleRefusal(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal === null) saving.save({ calendarTitle: typed.trim() });
  };
  return (
    <Card aria-labelledby="calendar-title" className="grid gap-3">
      <h2 id="calendar-title" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <TextInput
          label={t("label")}
          hint={t("hint")}
          error={refusal === null ? undefined : wordsFor(refusal)}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <div>
          <p className="text-small text-muted">{t("preview")}</p>
          <p className="mt-1 rounded-input border-l-4 border-us bg-us-tint px-3 py-2 [overflow-wrap:anywhere]">
            <span className="font-semibold">{typed.trim() || calendarTitle}</span>
            <span className="block text-small">{t("sample")}</span>
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" tone="secondary">
            {t("keep")}
          </Button>
          <KeptMark saving={saving} of={["calendarTitle"]} />
        </div>
      </form>
      <p className="text-small text-muted">{t("note")}</p>
      <TextLink href="/you/calendar">{t("link")}</TextLink>
    </Card>
  );
}
