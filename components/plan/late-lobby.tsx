import { useTranslations } from "next-intl";
import { useState } from "react";
import { goOn } from "@/components/auth/go-on";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { PlannedView } from "@/lib/plan/planning";
import { goIn } from "./go-in";
import type { Pair } from "./pair";
import type { MoveInput, PlanAction } from "./plan-action";
import { PlanRefusalNotice } from "./plan-refusal";
import { PlannedMove } from "./planned-move";
import { useAct } from "./use-act";

export type LateWays = {
  pair: Pair;
  checkInId: string;
  /** The planned check-in that this one was started from; null where nothing was planned. */
  planned: PlannedView | null;
  /** It is held in one room: it can be written instead. */
  isSpoken: boolean;
  move: PlanAction<MoveInput>;
  write: PlanAction<{ checkInId: string }, { checkInId: string }>;
};

/** The other one is late: *wait · write it instead · move it*. `onWait` puts it away for a while. Needs `plan`. */
export function LateLobby({ pair, checkInId, planned, isSpoken, move, write, onWait }: LateWays & { onWait(): void }) {
  const t = useTranslations("plan.late");
  const [moving, setMoving] = useState(false);
  const { act, pending, refused } = useAct();
  const { theirName: name } = pair;
  return (
    <Card aria-labelledby="late" className="grid gap-3">
      <h2 id="late" className="text-lead font-semibold">
        {t("title", { name })}
      </h2>
      <p>{t("text")}</p>
      <div className="grid gap-2">
        <Button tone="secondary" onClick={onWait}>
          {t("wait")}
        </Button>
        {isSpoken && (
          <Button tone="secondary" pending={pending} onClick={() => act(write, { checkInId }, goIn)}>
            {t("write")}
          </Button>
        )}
        {planned ? (
          <Button tone="secondary" onClick={() => setMoving(true)}>
            {t("move")}
          </Button>
        ) : (
          <ButtonLink href="/plan/ask" prefetch={false} tone="secondary">
            {t("ask")}
          </ButtonLink>
        )}
      </div>
      {isSpoken && <p className="text-small text-muted">{t("writeText", { name })}</p>}
      <PlanRefusalNotice refused={refused} zone={pair.zone} />
      {planned && (
        <PlannedMove
          {...{ planned, pair, move }}
          moveFollowing={null}
          open={moving}
          onClose={() => setMoving(false)}
          onMoved={() => goOn("/us")}
        />
      )}
    </Card>
  );
}
