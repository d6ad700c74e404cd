import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { PartnerMark } from "@/components/ui/partner-mark";
import type { StageView } from "@/lib/check-in/view";
import type { Seat } from "@/lib/ids";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { useNow } from "../use-now";
import { Lines } from "./lines";

const longWaitMs = 5 * 60_000;

/** Two seats, and each says when they are here. */
export function Lobby({ view: { ready } }: { view: Extract<StageView, { kind: "gather" }> }) {
  const { view, names, send, clockOffsetMs } = useRoomContext();
  const { stage, acts, theirName } = useStep();
  const t = useTranslations("room.lobby");
  const now = useNow(30_000);
  const waitedLong = !acts && now !== null && now + clockOffsetMs - view.stepAt > longWaitMs;
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
        {waitedLong && <p>{t("longWait", { name: theirName })}</p>}
      </StepFrame>
      <StepActions>
        <SendButton command="ready" onClick={() => send({ type: "ready" })}>
          {t("imHere")}
        </SendButton>
      </StepActions>
    </>
  );
}
