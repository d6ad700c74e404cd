"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioRow } from "@/components/ui/radio-row";
import { Sheet } from "@/components/ui/sheet";
import { wallOf } from "@/lib/plan/format-zone-time";
import type { PlannedView } from "@/lib/plan/planning";
import { type DateTime, DateTimeFields } from "./date-time-fields";
import { instantsOf } from "./instants-of";
import type { Pair } from "./pair";
import type { MoveInput, PlanAction } from "./plan-action";
import { PlanRefusalNotice } from "./plan-refusal";
import { longTime } from "./time-shapes";
import { useTell } from "./told";
import { useAct } from "./use-act";
import { useDeviceZone } from "./use-device-zone";

export type MoveFollowing = PlanAction<MoveInput & { rhythmId: string }>;

export type PlannedMoveProps = {
  planned: PlannedView;
  pair: Pair;
  open: boolean;
  onClose(): void;
  move: PlanAction<MoveInput>;
  /** For one of the rhythm that holds: offers the other to move those after it too. */
  moveFollowing: MoveFollowing | null;
  /** Where to go once it is moved; without it the page is read again as it is. */
  onMoved?: () => void;
};

/** Another time for exactly one planned check-in; or, of a rhythm, for those after it too, which takes the other's yes. */
export function PlannedMove(props: PlannedMoveProps) {
  const { open, onClose } = props;
  const t = useTranslations("plan.move");
  return (
    <Sheet open={open} onClose={onClose} title={t("title")}>
      <MoveForm {...props} />
    </Sheet>
  );
}

type Scope = "one" | "following";

function MoveForm({ planned, pair, onClose, move, moveFollowing, onMoved }: PlannedMoveProps) {
  const t = useTranslations("plan.move");
  const format = useFormatter();
  const device = useDeviceZone();
  const zone = pair.zone ?? device ?? planned.zone;
  const { plannedId, sequence, startsAt } = planned;
  const [to, setTo] = useState<DateTime>(() => wallOf(startsAt, zone));
  const [scope, setScope] = useState<Scope>("one");
  // One offer, however often it is sent.
  const [rhythmId] = useState(() => crypto.randomUUID());
  const { act, pending, refused } = useAct();
  const tell = useTell();
  const { theirName: name } = pair;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { date, time, which } = to;
    const [first, second] = instantsOf({ date, time }, zone);
    const at = (which === "second" ? second : first) ?? startsAt;
    const asked = second !== undefined && which ? { date, time, zone, which } : { date, time, zone };
    const input = { plannedId, sequence, to: asked };
    const done = (words: string) => () => {
      onClose();
      tell(words);
      onMoved?.();
    };
    if (scope === "following" && moveFollowing)
      act(moveFollowing, { ...input, rhythmId }, done(t("offered", { name })));
    else act(move, input, done(t("moved", { when: format.dateTime(at, { ...longTime, timeZone: zone }) })));
  };

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <DateTimeFields value={to} zone={zone} pair={pair} onChange={setTo} />
      {moveFollowing && (
        <RadioRow<Scope>
          legend={t("scope")}
          name="scope"
          layout="stack"
          value={scope}
          onChange={setScope}
          options={[
            { value: "one", label: t("one") },
            { value: "following", label: t("following"), hint: t("followingHint", { name }) },
          ]}
        />
      )}
      <p className="text-small text-muted">{t(scope === "one" ? "oneText" : "followingText", { name })}</p>
      <PlanRefusalNotice refused={refused} zone={zone} time={to.time} />
      <div className="grid gap-2 sm:flex sm:flex-row-reverse sm:flex-wrap sm:justify-start">
        <Button type="submit" pending={pending} pendingWords={t("moving")}>
          {t(scope === "one" ? "go" : "offer", { name })}
        </Button>
        <Button tone="secondary" onClick={onClose}>
          {t("stay")}
        </Button>
      </div>
    </form>
  );
}
