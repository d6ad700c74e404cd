"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Mode } from "@/lib/check-in/events";
import { wallOf } from "@/lib/plan/format-zone-time";
import { lobbyMoments, lobbyOf, opensBeforeMs } from "@/lib/plan/lobby";
import type { PlannedView } from "@/lib/plan/planning";
import { goIn, goInInstead } from "./go-in";
import { ModeRow } from "./mode-row";
import type { Pair } from "./pair";
import type { PlanAction } from "./plan-action";
import { PlanRefusalNotice } from "./plan-refusal";
import { useAct } from "./use-act";
import { useClock } from "./use-clock";

export type StartPlanned = PlanAction<{ plannedId: string; early: boolean; mode: Mode }, { checkInId: string }>;

export type LobbyDoorProps = {
  planned: PlannedView;
  pair: Pair;
  /** The server's clock when the page was read, epoch ms. */
  now: number;
  start: StartPlanned;
};

/** The way into a planned check-in: what can be done now, early, in time and late each with its own sentence. Needs `plan`. */
export function LobbyDoor({ planned, pair, now: serverNow, start }: LobbyDoorProps) {
  const t = useTranslations("plan.lobby");
  const { plannedId, startsAt, zone } = planned;
  const now = useClock(serverNow, lobbyMoments(startsAt));
  const lobby = lobbyOf(startsAt, now);
  const [mode, setMode] = useState<Mode>("spoken");
  const [asksEarly, setAsksEarly] = useState(false);
  const { act, pending, refused } = useAct();
  const time = (at: number) => wallOf(at, pair.zone ?? zone).time;
  const press = () => act(start, { plannedId, early: lobby === "early", mode }, goIn, goInInstead);
  const mayStart = lobby === "open" || lobby === "late" || asksEarly;
  return (
    <div className="grid gap-3">
      <p role="status">
        {t(lobby, { name: pair.theirName, opens: time(startsAt - opensBeforeMs), time: time(startsAt) })}
      </p>
      {mayStart && <ModeRow value={mode} onChange={setMode} />}
      <PlanRefusalNotice refused={refused} zone={pair.zone} />
      {mayStart && (
        <Button pending={pending} pendingWords={t("going")} onClick={press}>
          {t(lobby === "open" ? "goIn" : "start")}
        </Button>
      )}
      {lobby === "early" && !asksEarly && (
        <Button tone="secondary" className="justify-self-start" onClick={() => setAsksEarly(true)}>
          {t("startEarly")}
        </Button>
      )}
      {lobby === "early" && asksEarly && (
        <p className="text-small text-muted">{t("earlyWord", { name: pair.theirName })}</p>
      )}
    </div>
  );
}
