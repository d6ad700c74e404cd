"use client";

import { useTranslations } from "next-intl";
import { useAsking } from "@/components/agreements/use-agreement";
import { NeedKeys } from "@/components/auth/need-keys";
import type { Action } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import type { ReviewAnswer } from "@/lib/agreements/agreement";
import type { CoupleId } from "@/lib/ids";
import { PatternsRefusal } from "./refusal";
import type { StartGathering } from "./use-gather";

export type Standing =
  | { state: "tooFew" }
  | { state: "asked"; mine: boolean; theirs: boolean }
  | { state: "hidden"; until: number; byMe: boolean }
  | { state: "shown"; reviews: Readonly<Record<ReviewAnswer, number>> };

export type PatternsProps = {
  standing: Standing;
  coupleId: CoupleId;
  theirName: string;
  actions: { wantPatterns: Action<{ wants: boolean }>; hidePatterns: Action<{ hides: boolean }> };
  start?: StartGathering;
};

const load = async () => (await import("./gathered")).Gathered;

/** What repeats between the two, once both want to see it. Needs `patterns`, `unlock` and `account`. */
export function Patterns({ standing, coupleId, theirName: name, actions, start }: PatternsProps) {
  const t = useTranslations("patterns");
  const { pending, refusal, send } = useAsking();
  const want = (wants: boolean) => send(wants ? "want" : "unwant", actions.wantPatterns, { wants });
  const hide = (hides: boolean) => send(hides ? "hide" : "show", actions.hidePatterns, { hides });
  const takeBack = (
    <Button
      tone="quiet"
      className="-ml-4 justify-self-start"
      onClick={() => want(false)}
      pending={pending === "unwant"}
    >
      {t("takeBack")}
    </Button>
  );
  const problem = <PatternsRefusal refusal={refusal} />;
  switch (standing.state) {
    case "tooFew":
      return <EmptyState title={t("tooFew.title")}>{t("tooFew.text")}</EmptyState>;
    case "asked":
      return (
        <Card aria-labelledby="asked" className="grid gap-3">
          <h2 id="asked" className="text-lead font-semibold">
            {t("asked.title")}
          </h2>
          <p>{t("asked.what")}</p>
          <p>{t("asked.how")}</p>
          {standing.mine && <p role="status">{t("asked.waiting", { name })}</p>}
          {standing.theirs && <p role="status">{t("asked.theirs", { name })}</p>}
          {problem}
          {standing.mine ? (
            takeBack
          ) : (
            <Button className="justify-self-start" onClick={() => want(true)} pending={pending === "want"}>
              {t("asked.yes")}
            </Button>
          )}
        </Card>
      );
    case "hidden":
      return (
        <Card aria-labelledby="hidden" className="grid gap-3">
          <h2 id="hidden" className="text-lead font-semibold">
            {t("hidden.title")}
          </h2>
          <p>
            {t.rich("hidden.until", {
              day: () => <LocalTime at={new Date(standing.until).toISOString()} show="date" />,
            })}
          </p>
          {problem}
          {standing.byMe && (
            <Button
              tone="secondary"
              className="justify-self-start"
              onClick={() => hide(false)}
              pending={pending === "show"}
            >
              {t("hidden.show")}
            </Button>
          )}
          {takeBack}
        </Card>
      );
    case "shown":
      return (
        <>
          <NeedKeys coupleId={coupleId} load={load}>
            {(coupleKey, Gathered) => (
              <Gathered {...{ coupleId, coupleKey, reviews: standing.reviews }} {...(start && { start })} />
            )}
          </NeedKeys>
          {problem}
          <div className="flex flex-wrap gap-3">
            <Button tone="secondary" onClick={() => hide(true)} pending={pending === "hide"}>
              {t("hide")}
            </Button>
            {takeBack}
          </div>
          <p className="text-small text-muted">{t("hideText")}</p>
        </>
      );
  }
}
