"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioRow } from "@/components/ui/radio-row";
import { TextInput } from "@/components/ui/text-input";
import { useMadeFor } from "@/components/ui/use-made-for";
import { wallOf } from "@/lib/plan/format-zone-time";
import type { RhythmRule } from "@/lib/plan/rhythm-rule";
import { instantsOf } from "./instants-of";
import { MinutesSelect } from "./minutes-select";
import type { Pair } from "./pair";
import type { OfferRhythmInput, PlanAction } from "./plan-action";
import { lengthOf, type PlanGuide } from "./plan-guide";
import { PlanRefusalNotice } from "./plan-refusal";
import { RhythmDays } from "./rhythm-days";
import { type RhythmDraft, ruleOf } from "./rhythm-draft";
import { useRhythmWords } from "./rhythm-words";
import { Sent } from "./sent";
import { useAct } from "./use-act";
import { useDeviceZone } from "./use-device-zone";
import { ZoneLine } from "./zone-line";
import { placeOf } from "./zone-name";

type Begun = { rule: RhythmRule; minutes: number; zone: string; guideId: string };

export type RhythmFormProps = {
  pair: Pair;
  guides: readonly PlanGuide[];
  /** The rhythm that holds: what is offered takes its place. */
  current: Begun | null;
  /** What this one offered and the other has not answered: another offer takes its place. */
  offered: Begun | null;
  offer: PlanAction<OfferRhythmInput>;
};

/** "Every Sunday at 19:30 for 30 minutes", put together and offered to the other. Needs `plan`. */
export function RhythmForm({ pair, guides, current, offered, offer }: RhythmFormProps) {
  const t = useTranslations("plan.rhythm");
  const device = useDeviceZone();
  const first = offered ?? current;
  const zone = first?.zone ?? pair.zone ?? device ?? "UTC";
  const [draft, setDraft] = useState<RhythmDraft>(() => beginning(first?.rule ?? null));
  const [guideId, setGuideId] = useState(first?.guideId ?? guides[0]?.id ?? "");
  const [minutes, setMinutes] = useState(first?.minutes ?? lengthOf(guides, guideId));
  // A day is chosen for it once the device's clock is known; until somebody chooses another.
  const [chosenFrom, setFrom] = useState<string | null>(null);
  const from = chosenFrom ?? wallOf(Date.now(), zone).date;
  const [sent, setSent] = useState(false);
  const { act, pending, refused } = useAct();
  const words = useRhythmWords();
  const { madeFor } = useMadeFor<string>();
  const rule = ruleOf(draft, from);
  const change = (part: Partial<RhythmDraft>) => setDraft((before) => ({ ...before, ...part }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rule === null) return;
    const of = JSON.stringify([guideId, rule, minutes, zone]);
    // The same offer keeps its id: an answer that got lost makes no second one.
    const rhythmId = madeFor(of, () => crypto.randomUUID());
    act(offer, { rhythmId, guideId, minutes, zone, rule }, () => setSent(true));
  };

  const chooseGuide = (id: string) => {
    setGuideId(id);
    setMinutes(lengthOf(guides, id));
  };

  if (sent) {
    const { theirName: name } = pair;
    return <Sent title={t("sent", { name })}>{t("sentText", { name })}</Sent>;
  }
  const [at] = instantsOf({ date: from, time: draft.at }, zone);
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      <Card tone="us" className="grid gap-1" aria-live="polite">
        <p className="font-spoken text-spoken">{rule ? words(rule, minutes) : t("noDay")}</p>
        {at !== undefined && <ZoneLine at={at} pair={{ ...pair, zone: pair.zone ?? zone }} />}
        <p className="text-small text-muted">
          {t("until")} {pair.theirZone !== null && pair.theirZone !== zone && t("anchored", { place: placeOf(zone) })}
        </p>
      </Card>
      {guides.length > 1 && (
        <RadioRow
          legend={t("guide")}
          name="guide"
          layout="stack"
          value={guideId}
          onChange={chooseGuide}
          options={guides.map(({ id, title, about }) => ({ value: id, label: title, hint: about }))}
        />
      )}
      <RhythmDays draft={draft} onChange={change} />
      <div className="flex flex-wrap items-end gap-4">
        <TextInput
          label={t("at")}
          type="time"
          required
          value={draft.at}
          onChange={(event) => change({ at: event.target.value.slice(0, 5) })}
        />
        <MinutesSelect label={t("for")} value={minutes} onChange={setMinutes} />
        <TextInput
          label={t("from")}
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </div>
      <div className="grid gap-3">
        <PlanRefusalNotice refused={refused} zone={pair.zone} time={draft.at} />
        <Button type="submit" pending={pending} disabled={rule === null} pendingWords={t("offering")}>
          {t("offer", { name: pair.theirName })}
        </Button>
        <p className="text-small text-muted">
          {t(offered ? "anewText" : current ? "replaceText" : "offerText", { name: pair.theirName })}
        </p>
      </div>
    </form>
  );
}

const sunday = 7;

function beginning(rule: RhythmRule | null): RhythmDraft {
  const usual: RhythmDraft = { every: "week", weekdays: [sunday], nth: 1, weekday: sunday, at: "19:30" };
  if (rule === null) return usual;
  const { every, at } = rule;
  return rule.every === "month"
    ? { ...usual, every, at, nth: rule.nth, weekday: rule.weekday }
    : { ...usual, every, at, weekdays: rule.weekdays };
}
