"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { NeedKeys } from "@/components/auth/need-keys";
import { Button } from "@/components/ui/button";
import { CheckChip } from "@/components/ui/check-chip";
import { TextInput } from "@/components/ui/text-input";
import { needsWords, nothingSought, type Sought, seeksAnything } from "@/lib/history/seek";
import type { CoupleId, Seat } from "@/lib/ids";
import { families, feelings } from "@/lib/words/feelings";
import { topics } from "@/lib/words/topics";
import { Found } from "./found";
import { SelectField } from "./select-field";

export type FindPanelProps = {
  coupleId: CoupleId;
  names: Readonly<Record<Seat, string>>;
  guides: readonly { id: string; title: string }[];
  close(): void;
};

const nothingMore = async () => null;

/** Looks for a check-in by its words, a feeling, a topic or its kind. Words are opened on this device and kept nowhere. */
export function FindPanel({ coupleId, names, guides, close }: FindPanelProps) {
  const t = useTranslations("read.find");
  const [asked, setAsked] = useState<Sought>(nothingSought);
  const [sought, setSought] = useState<Sought | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const set = (change: Partial<Sought>) => setAsked((before) => ({ ...before, ...change }));
  const look = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setEmpty(!seeksAnything(asked));
    setSought(seeksAnything(asked) ? { ...asked } : null);
  };
  return (
    <>
      <search aria-label={t("open")}>
        <form ref={form} onSubmit={look} className="grid gap-4 rounded-card border border-border bg-surface p-4">
          <TextInput
            type="search"
            label={t("words")}
            hint={t("wordsHint")}
            error={isEmpty ? t("nothingAsked") : undefined}
            value={asked.text}
            onChange={(event) => set({ text: event.target.value })}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label={t("feeling")}
              any={t("any")}
              value={asked.feeling}
              onPick={(feeling) => set({ feeling })}
              groups={families.map((family) => ({
                label: t(`families.${family}`),
                options: feelings.filter((each) => each.family === family).map(({ id, word }) => ({ id, word })),
              }))}
            />
            <SelectField
              label={t("topic")}
              any={t("any")}
              value={asked.topic}
              onPick={(topic) => set({ topic })}
              groups={[{ label: null, options: topics }]}
            />
            {guides.length > 1 && (
              <SelectField
                label={t("guide")}
                any={t("any")}
                value={asked.guideId}
                onPick={(guideId) => set({ guideId })}
                groups={[{ label: null, options: guides.map(({ id, title }) => ({ id, word: title })) }]}
              />
            )}
          </div>
          <div>
            <CheckChip checked={asked.endedEarly} onChange={(event) => set({ endedEarly: event.target.checked })}>
              {t("endedEarly")}
            </CheckChip>
          </div>
          <div className="flex flex-wrap gap-2">
            <Button type="submit">{t("look")}</Button>
            <Button tone="quiet" onClick={close}>
              {t("close")}
            </Button>
          </div>
        </form>
      </search>
      {sought && !needsWords(sought) && <Found {...{ sought, coupleId, names }} coupleKey={null} />}
      {sought && needsWords(sought) && (
        <NeedKeys coupleId={coupleId} load={nothingMore}>
          {(coupleKey) => <Found {...{ sought, coupleId, names, coupleKey }} />}
        </NeedKeys>
      )}
    </>
  );
}
