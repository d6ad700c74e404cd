"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { RadioRow } from "@/components/ui/radio-row";
import { wallOf } from "@/lib/plan/format-zone-time";
import { type AskDraft, type AskOwner, useAskDraft } from "./ask-draft";
import { AskTimes } from "./ask-times";
import { AskWords } from "./ask-words";
import { goInInstead } from "./go-in";
import { instantsOf } from "./instants-of";
import { MinutesSelect } from "./minutes-select";
import type { OverlapDay } from "./overlap-day";
import type { Pair } from "./pair";
import type { PlanAction, PlanRefused, ProposeInput } from "./plan-action";
import { guideFor, lengthOf, type PlanGuide } from "./plan-guide";
import { PlanRefusalNotice } from "./plan-refusal";
import { Sent } from "./sent";
import { SlotWindows } from "./slot-windows";
import { useDeviceZone } from "./use-device-zone";

export type AskFormProps = AskOwner & {
  coupleKey: CryptoKey;
  pair: Pair;
  guides: readonly PlanGuide[];
  /** The other's open asking that this one answers with other times. */
  counterOf: string | null;
  /** Something to begin with: a time (epoch ms), a length. */
  at?: number;
  minutes?: number;
  /** When both are usually free. */
  days: readonly OverlapDay[];
  propose: PlanAction<ProposeInput, { proposalId: string }>;
};

/** Asks the other: when, for how long, in which words. Nothing is lost before it has arrived. Needs `plan`. */
export function AskForm(props: AskFormProps) {
  const { coupleKey, pair, guides, counterOf, days, propose, coupleId, seat } = props;
  const t = useTranslations("plan.ask");
  const device = useDeviceZone();
  const zone = pair.zone ?? device ?? "UTC";
  const [first] = useState(() => beginning(props, zone));
  const { draft, change: keep, drop } = useAskDraft(coupleKey, { coupleId, seat }, counterOf, first);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<PlanRefused | null>(null);
  const [sent, setSent] = useState(false);
  // The same words and times keep their id, so that an asking whose answer got lost is one asking and not two.
  const made = useRef<{ of: string; input: ProposeInput } | null>(null);
  // What was refused is being changed: the old refusal would speak of what is not there any more.
  const change: typeof keep = (part) => {
    setRefused(null);
    keep(part);
  };

  const input = async (): Promise<ProposeInput | PlanRefused> => {
    const of = JSON.stringify([draft, zone]);
    if (made.current?.of === of) return made.current.input;
    const proposalId = crypto.randomUUID();
    const text = draft.text.trim();
    let words: ProposeInput["words"] = null;
    if (text !== "") {
      const { sealProposal } = await import("./seal-proposal");
      const sealed = await sealProposal(coupleKey, { coupleId, seat, proposalId }, text);
      if (!sealed.ok) return { refusal: sealed.refusal === "invalid" ? "tooLarge" : sealed.refusal };
      words = sealed.value;
    }
    const times = draft.when === "now" ? [] : draft.times.map((one) => momentOf(one, zone));
    const { guideId, minutes } = draft;
    made.current = { of, input: { proposalId, guideId, minutes, times, zone, words, counterOf } };
    return made.current.input;
  };

  const send = async (): Promise<PlanRefused | null> => {
    const asked = await input();
    if ("refusal" in asked) return asked;
    const answer = await ask(propose, asked);
    return answer.ok ? null : answer;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setRefused(null);
    setPending(true);
    // What seals is loaded on demand: without a line it may not come.
    const problem = await send().catch((): PlanRefused => ({ refusal: "offline" }));
    setPending(false);
    if (problem !== null) return goInInstead(problem) ? undefined : setRefused(problem);
    await drop();
    setSent(true);
  };

  if (sent) {
    const { theirName: name } = pair;
    return <Sent title={t(counterOf === null ? "sent" : "sentCounter", { name })}>{t("sentText", { name })}</Sent>;
  }
  const guide = guides.find(({ id }) => id === draft.guideId);
  const usually = ({ minutes: [from, to] }: PlanGuide) =>
    from === to ? t("exactlyHint", { minutes: to }) : t("minutesHint", { from, to });
  const named = draft.times.map(({ time }) => time).join(", ");
  return (
    <form onSubmit={submit} noValidate className="grid gap-8">
      {counterOf === null && (
        <RadioRow
          legend={t("when")}
          name="when"
          value={draft.when}
          onChange={(when) => change({ when })}
          options={[
            { value: "times", label: t("atATime") },
            { value: "now", label: t("now") },
          ]}
        />
      )}
      {draft.when === "times" && (
        <>
          <AskTimes times={draft.times} zone={zone} pair={pair} onChange={(times) => change({ times })} />
          <SlotWindows
            days={days}
            pair={{ ...pair, zone }}
            minutes={draft.minutes}
            onPick={(at) => change({ times: withTime(draft.times, at, zone) })}
          />
        </>
      )}
      <div className="grid gap-4">
        {guides.length > 1 && (
          <RadioRow
            legend={t("guide")}
            name="guide"
            layout="stack"
            value={draft.guideId}
            onChange={(guideId) => change({ guideId, minutes: lengthOf(guides, guideId) })}
            options={guides.map(({ id, title, about }) => ({ value: id, label: title, hint: about }))}
          />
        )}
        <MinutesSelect
          label={t("minutes")}
          hint={guide && usually(guide)}
          value={draft.minutes}
          onChange={(minutes) => change({ minutes })}
        />
      </div>
      <AskWords
        text={draft.text}
        onChange={(text) => change({ text })}
        name={pair.theirName}
        withOpenings={counterOf === null}
      />
      <div className="grid gap-3">
        <PlanRefusalNotice refused={refused} zone={pair.zone} time={named} />
        <Button type="submit" pending={pending} pendingWords={t("sending")}>
          {t(counterOf === null ? "send" : "sendCounter", { name: pair.theirName })}
        </Button>
        <p className="text-small text-muted">{t("after", { name: pair.theirName })}</p>
      </div>
    </form>
  );
}

const momentOf = ({ date, time, which }: AskDraft["times"][number], zone: string) =>
  // Only a time that comes twice is told which one is meant: a choice made for another day stays behind.
  instantsOf({ date, time }, zone).length === 2 && which ? { date, time, zone, which } : { date, time, zone };

const dayMs = 24 * 60 * 60 * 1000;

function beginning({ guides, at, minutes }: AskFormProps, zone: string): AskDraft {
  const now = Date.now();
  const { date, time } = at !== undefined ? wallOf(at, zone) : { date: evening(now, zone), time: "20:00" };
  const guideId = guideFor(guides, minutes)?.id ?? "";
  return {
    when: "times",
    times: [{ key: crypto.randomUUID(), date, time }],
    guideId,
    minutes: minutes ?? lengthOf(guides, guideId),
    text: "",
  };
}

/** Tonight while there is time to read it before, tomorrow otherwise. */
const evening = (now: number, zone: string) => wallOf(wallOf(now, zone).time < "18:00" ? now : now + dayMs, zone).date;

/** A picked time takes the place of the last, untouched one when it is alone; otherwise it is one more, three at most. */
function withTime(times: AskDraft["times"], at: number, zone: string): AskDraft["times"] {
  const { date, time } = wallOf(at, zone);
  if (times.some((one) => one.date === date && one.time === time)) return times;
  const picked = { key: crypto.randomUUID(), date, time };
  return [...times.slice(0, times.length - 1), picked];
}
