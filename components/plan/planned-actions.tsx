"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { wallOf } from "@/lib/plan/format-zone-time";
import type { PlannedView } from "@/lib/plan/planning";
import type { Pair } from "./pair";
import type { MoveInput, PlanAction } from "./plan-action";
import { PlanRefusalNotice } from "./plan-refusal";
import { type MoveFollowing, PlannedMove } from "./planned-move";
import { useTell } from "./told";
import { useAct } from "./use-act";

export type PlannedActionsProps = {
  planned: PlannedView;
  pair: Pair;
  /** The day and time in words: several of these stand in one list. */
  when: string;
  moveFollowing: MoveFollowing | null;
  move: PlanAction<MoveInput>;
  skip: PlanAction<{ plannedId: string; sequence: number }, { sequence: number }>;
};

/** *Move · Skip*: each changes exactly this one. A skipped one can be put back from where it is told. */
export function PlannedActions({ planned, pair, when, moveFollowing, move, skip }: PlannedActionsProps) {
  const t = useTranslations("plan.planned");
  const [moving, setMoving] = useState(false);
  const { act, pending, refused } = useAct();
  const tell = useTell();
  const { plannedId, sequence, startsAt, zone } = planned;

  const putBack = async (seen: number) => {
    const answer = await ask(move, { plannedId, sequence: seen, to: { ...wallOf(startsAt, zone), zone } });
    tell(t(answer.ok ? "isBack" : "notBack"));
  };
  const press = () =>
    act(skip, { plannedId, sequence }, ({ sequence: seen }) =>
      tell(t("skipped", { when, name: pair.theirName }), { label: t("putBack"), go: () => void putBack(seen) }),
    );
  return (
    <div className="grid gap-2">
      <div className="-ml-4 flex flex-wrap">
        <Button tone="quiet" aria-label={t("moveIt", { when })} onClick={() => setMoving(true)}>
          {t("move")}
        </Button>
        <Button tone="quiet" aria-label={t("skipIt", { when })} pending={pending} onClick={press}>
          {t("skip")}
        </Button>
      </div>
      <PlanRefusalNotice refused={refused} zone={pair.zone} />
      <PlannedMove {...{ planned, pair, move, moveFollowing }} open={moving} onClose={() => setMoving(false)} />
    </div>
  );
}
