"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { RadioRow } from "@/components/ui/radio-row";
import { isShorter, type KeepDays, keepChoices } from "@/lib/keeping/keep-days";
import { KeepingAsked } from "./keeping-asked";
import { useKeptFor } from "./kept-for";

export type KeepingFormProps = {
  keeping: { days: KeepDays; asked: { days: KeepDays; byMe: boolean } | null; graceUntil: number | null };
  /** How many check-ins are older than each of the offered times. */
  older: readonly { days: number; count: number }[];
  /** The other's. */
  name: string;
  shorten: Action<{ days: number }>;
  askLonger: Action<{ days: KeepDays }>;
  answer: Action<{ days: KeepDays; yes: boolean }>;
  stopAsking: Action<Record<string, never>>;
};

const refusals = [
  ...(["notLinked", "notShorter", "notLonger", "askedForOther", "nothingAsked"] as const),
  ...(["signedOut", "offline", "invalid"] as const),
];

/** How long check-ins are kept: shorter by one, after a question that counts them; longer by a yes of both. Needs `keeping`. */
export function KeepingForm({ keeping, older, name, ...actions }: KeepingFormProps) {
  const t = useTranslations("keeping");
  const keptFor = useKeptFor();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<(typeof refusals)[number] | "unavailable" | null>(null);

  const choices = keepChoices.filter((days) => days !== keeping.days);
  const picked = choices.find((days) => `${days}` === chosen);
  const send = async <I,>(action: Action<I>, input: I, done: string) => {
    setPending(true);
    setRefusal(null);
    setSaid(null);
    const answer = await ask(action, input);
    setPending(false);
    setAsks(false);
    if (!answer.ok) return setRefusal(refusals.find((one) => one === answer.refusal) ?? "unavailable");
    setChosen(null);
    setSaid(done);
  };
  const isShort = picked !== undefined && isShorter(keeping.days, picked);
  const going = older.find(({ days }) => days === picked)?.count ?? 0;
  return (
    <>
      <Card tone="us" className="grid gap-2">
        <p className="text-lead font-semibold">{t("nowIs", { time: keptFor(keeping.days) })}</p>
        {keeping.graceUntil !== null && (
          <p>{t.rich("grace", { until: () => <LocalTime at={new Date(keeping.graceUntil ?? 0).toISOString()} /> })}</p>
        )}
      </Card>
      {keeping.asked && (
        <KeepingAsked
          asked={keeping.asked}
          name={name}
          pending={pending}
          onAnswer={(days, yes) => void send(actions.answer, { days, yes }, t("done.answered"))}
          onStop={() => void send(actions.stopAsking, {}, t("done.answered"))}
        />
      )}
      <p role="status">{said ?? ""}</p>
      {refusal && (
        <Notice tone="warn" title={t("refusals.title")}>
          {t(`refusals.${refusal}`)}
        </Notice>
      )}
      <RadioRow
        legend={t("choose")}
        name="days"
        layout="stack"
        value={chosen ?? ""}
        onChange={setChosen}
        options={choices.map((days) => ({
          value: `${days}`,
          label: keptFor(days),
          hint: t(isShorter(keeping.days, days) ? "shorter" : "longer"),
        }))}
      />
      {picked !== undefined && (
        <div>
          {isShort ? (
            <Button tone="danger" onClick={() => setAsks(true)}>
              {t("shorten")}
            </Button>
          ) : (
            <Button
              pending={pending}
              pendingWords={t("pending")}
              onClick={() => void send(actions.askLonger, { days: picked }, t("done.asked", { name }))}
            >
              {t("ask", { name })}
            </Button>
          )}
        </div>
      )}
      <Confirm
        open={asks}
        onClose={() => setAsks(false)}
        onConfirm={() =>
          typeof picked === "number" && void send(actions.shorten, { days: picked }, t("done.shortened"))
        }
        title={t("confirmTitle")}
        consequences={[t("confirmGo", { count: going }), t("confirmBoth", { name }), t("confirmForGood")]}
        confirmLabel={t("shorten")}
        cancelLabel={t("keepAsIs")}
        pending={pending}
        pendingWords={t("pending")}
      />
    </>
  );
}
