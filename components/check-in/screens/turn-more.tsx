import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Letter } from "../letter";
import { PieceForm } from "../piece-form";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import type { TurnScreenProps } from "./turn";

/** Is there a little more, or is that all for now? */
export function TurnMore({ view: { exchanges, speaker } }: TurnScreenProps) {
  const form = useId();
  const { send, names, view, sending } = useRoomContext();
  const { place } = useStep();
  const t = useTranslations("turn.more");
  const [writing, setWriting] = useState(false);
  // By its number, so that the words of one piece never turn up in the next.
  const draft = place(`piece-${exchanges.length}`);
  return (
    <>
      <StepFrame>
        <Letter exchanges={exchanges} speaker={speaker} names={names} />
        {writing && (
          <PieceForm id={form} place={draft} takesFocus onSend={(words) => send({ type: "share", words }, draft)} />
        )}
        {(writing || view.legal.includes("share")) && (
          <Button tone="secondary" disabled={sending !== null} onClick={() => setWriting(!writing)}>
            {t(writing ? "leaveIt" : "more")}
          </Button>
        )}
      </StepFrame>
      <StepActions>
        {writing ? (
          <SendButton command="share" submits form={form}>
            {t("handOver")}
          </SendButton>
        ) : (
          <SendButton command="shareDone" onClick={() => send({ type: "shareDone" })}>
            {t("done")}
          </SendButton>
        )}
      </StepActions>
    </>
  );
}
