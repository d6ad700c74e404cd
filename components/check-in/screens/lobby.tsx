import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Card } from "@/components/ui/card";
import { PartnerMark } from "@/components/ui/partner-mark";
import type { StageView } from "@/lib/check-in/view";
import type { Seat } from "@/lib/ids";
import { useLateWays } from "../late-ways";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { useNow } from "../use-now";
import { Lines } from "./lines";

/* Apart from the page: few partners are so late. */
const LateLobby = lazy(async () => ({ default: (await import("@/components/plan/late-lobby")).LateLobby }));

const longWaitMs = 5 * 60_000;

/** Two seats, and each says when they are here. */
export function Lobby({ view: { ready } }: { view: Extract<StageView, { kind: "gather" }> }) {
  const { view, names, send, clockOffsetMs } = useRoomContext();
  const { stage, acts, theirName } = useStep();
  const t = useTranslations("room.lobby");
  const now = useNow(30_000);
  const late = useLateWays();
  // Waiting on purpose begins anew each time it is chosen.
  const [waitsSince, setWaitsSince] = useState(0);
  const serverNow = now === null ? null : now + clockOffsetMs;
  const waitedLong = !acts && serverNow !== null && serverNow - Math.max(view.stepAt, waitsSince) > longWaitMs;
  const seats: readonly Seat[] = ["A", "B"];
  return (
    <>
      <StepFrame>
        <ul className="grid grid-cols-2 gap-3" aria-label={t("seats")}>
          {seats.map((seat) => (
            <li key={seat} className="grid">
              <Card className="grid gap-1">
                <PartnerMark seat={seat} name={names[seat]} />
                <p className={ready.includes(seat) ? "font-semibold" : "text-muted"}>
                  {t(ready.includes(seat) ? "here" : "notYet")}
                </p>
              </Card>
            </li>
          ))}
        </ul>
        {stage?.kind === "gather" && stage.lines && <Lines lines={stage.lines} />}
        {waitedLong && !late && <p>{t("longWait", { name: theirName })}</p>}
        {waitedLong && late && (
          <Suspense>
            <LateLobby {...late} onWait={() => setWaitsSince(serverNow)} />
          </Suspense>
        )}
      </StepFrame>
      <StepActions>
        <SendButton command="ready" onClick={() => send({ type: "ready" })}>
          {t("imHere")}
        </SendButton>
      </StepActions>
    </>
  );
}
