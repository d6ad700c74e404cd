"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { PartnerMark } from "@/components/ui/partner-mark";
import type { Mode } from "@/lib/check-in/events";
import type { CoupleId } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { ProposalView } from "@/lib/plan/planning";
import { goIn, goInInstead } from "./go-in";
import { ModeRow } from "./mode-row";
import type { Pair } from "./pair";
import type { AnswerInput, PlanAction } from "./plan-action";
import { PlanRefusalNotice } from "./plan-refusal";
import { ProposalTimes } from "./proposal-times";
import { ProposalWords } from "./proposal-words";
import { useTell } from "./told";
import { useAct } from "./use-act";
import { useClock } from "./use-clock";

export type ProposalCardProps = {
  proposal: ProposalView;
  pair: Pair;
  coupleId: CoupleId;
  /** The server's clock when the page was read, epoch ms. */
  now: number;
  unlocksHere: boolean;
  /** The check-in that a yes to "now" opened. */
  answer: PlanAction<AnswerInput, { checkInId: string | null }>;
  withdraw: PlanAction<{ proposalId: string }>;
};

/** The open asking: whose move it is, its words, its times and what can be done with it. Needs `plan`, `account`, `unlock`. */
export function ProposalCard(props: ProposalCardProps) {
  const { proposal, pair, coupleId, unlocksHere } = props;
  const t = useTranslations("plan.proposal");
  const now = useClock(props.now, [...proposal.times, proposal.lapsesAt]);
  const { mine, seat, minutes } = proposal;
  const { theirName: name } = pair;
  const lapsed = now >= proposal.lapsesAt;
  const times = proposal.times.filter((at) => at > now);
  return (
    <Card tone="us" aria-labelledby="proposal" className="grid content-start gap-4">
      <div className="grid gap-1">
        <h2 id="proposal" className="text-lead font-semibold">
          {t(titleOf(proposal), { name })}
        </h2>
        {!lapsed && <PartnerMark seat={otherSeat(seat)} name={mine ? t("theirMove", { name }) : t("yourMove")} />}
      </div>
      <ProposalWords {...{ proposal, coupleId, unlocksHere }} name={mine ? pair.name : name} />
      {lapsed ? (
        <p>{t("lapsed")}</p>
      ) : (
        <>
          <p className="text-small text-muted">
            {proposal.times.length === 0 ? t("aboutNow", { minutes }) : t("about", { minutes })}
          </p>
          {mine ? <Waiting {...props} times={times} /> : <Answers {...props} times={times} />}
        </>
      )}
    </Card>
  );
}

const titleOf = ({ mine, isCounter, times }: ProposalView) => {
  if (isCounter) return mine ? "youCounter" : "theyCounter";
  if (times.length === 0) return mine ? "youAskNow" : "theyAskNow";
  return mine ? "youAsk" : "theyAsk";
};

type Open = ProposalCardProps & { times: readonly number[] };

function Waiting({ proposal, pair, withdraw, times }: Open) {
  const t = useTranslations("plan.proposal");
  const { act, pending, refused } = useAct();
  const tell = useTell();
  const { proposalId, lapsesAt } = proposal;
  return (
    <>
      <ProposalTimes times={times} pair={pair} />
      <p className="text-small text-muted">
        {t.rich("quietly", {
          time: () => <LocalTime at={new Date(lapsesAt).toISOString()} zone={pair.zone ?? undefined} />,
        })}
      </p>
      <PlanRefusalNotice refused={refused} zone={pair.zone} />
      <Button
        tone="secondary"
        className="justify-self-start"
        pending={pending}
        onClick={() => act(withdraw, { proposalId }, () => tell(t("withdrawn")))}
      >
        {t("withdraw")}
      </Button>
    </>
  );
}

function Answers({ proposal, pair, answer, times }: Open) {
  const t = useTranslations("plan.proposal");
  const { act, pending, refused } = useAct();
  const [mode, setMode] = useState<Mode>("spoken");
  const tell = useTell();
  const { proposalId } = proposal;
  const { theirName: name } = pair;
  const yes = (time: number | null) =>
    act(
      answer,
      { proposalId, answer: "yes", time, mode },
      ({ checkInId }) => (checkInId === null ? tell(t("saidYes", { name })) : goIn({ checkInId })),
      goInInstead,
    );
  return (
    <>
      {proposal.times.length === 0 ? (
        <>
          <ModeRow value={mode} onChange={setMode} />
          <Button pending={pending} onClick={() => yes(null)}>
            {t("yesNow")}
          </Button>
        </>
      ) : (
        <ProposalTimes times={times} pair={pair} onYes={yes} pending={pending} />
      )}
      <PlanRefusalNotice refused={refused} zone={pair.zone} />
      <div className="grid gap-2 sm:flex sm:flex-wrap">
        <ButtonLink href={`/plan/ask?instead=${proposalId}`} prefetch={false} tone="secondary">
          {t("anotherTime")}
        </ButtonLink>
        <Button
          tone="secondary"
          pending={pending}
          onClick={() => act(answer, { proposalId, answer: "notToday" }, () => tell(t("saidNotToday", { name })))}
        >
          {t("notToday")}
        </Button>
      </div>
      <p className="text-small text-muted">{t("free")}</p>
    </>
  );
}
