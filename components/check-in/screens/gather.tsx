import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { StageView } from "@/lib/check-in/view";
import { MinuteBreath } from "../minute-breath";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { Lines } from "./lines";
import { Lobby } from "./lobby";
import { Steadiness } from "./steadiness";

/* Apart from the page: one stage of one guide needs it. */
const OldAgreements = lazy(async () => ({ default: (await import("./old-agreements")).OldAgreements }));

/** Both arrive at the same point. What is on the way there (lines, a breath, a private question) is the guide's to say. */
export function Gather({ view: gather }: { view: Extract<StageView, { kind: "gather" }> }) {
  const { send } = useRoomContext();
  const { stage } = useStep();
  const t = useTranslations("room.gather");
  if (stage?.kind !== "gather") return null;
  if (stage.phase === "lobby") return <Lobby view={gather} />;
  return (
    <>
      <StepFrame>
        {stage.lines && <Lines lines={stage.lines} />}
        {stage.breathSeconds && (
          <MinuteBreath
            seconds={stage.breathSeconds}
            label={t(stage.breathSeconds < 60 ? "breathShort" : "breathMinute")}
          />
        )}
        {stage.asksSteadiness && <Steadiness />}
        {stage.reviewsAgreements && (
          <Suspense fallback={<Skeleton lines={4} />}>
            <OldAgreements />
          </Suspense>
        )}
      </StepFrame>
      <StepActions>
        <SendButton command="ready" onClick={() => send({ type: "ready" })}>
          {t(stage.lines ? "agreed" : "ready")}
        </SendButton>
      </StepActions>
    </>
  );
}
