import { useTranslations } from "next-intl";
import { useId } from "react";
import { Notice } from "@/components/ui/notice";
import { Letter } from "../letter";
import { PieceForm } from "../piece-form";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import type { TurnScreenProps } from "./turn";

/** The speaker finds words; nothing of it is seen before it is handed over. */
export function TurnCompose({ view: { exchanges, speaker, askedSmaller } }: TurnScreenProps) {
  const form = useId();
  const { send, names, view } = useRoomContext();
  const { acts, theirName, place } = useStep();
  const t = useTranslations("turn.compose");
  const draft = place(askedSmaller ? "smaller" : "piece");
  return (
    <>
      <StepFrame>
        {acts && askedSmaller && <Notice>{t("askedSmaller", { name: theirName })}</Notice>}
        {view.mode === "spoken" && <p>{t(acts ? "spoken" : "spokenListener")}</p>}
        {exchanges.length > 0 && <Letter exchanges={exchanges} speaker={speaker} names={names} />}
        {acts ? (
          <PieceForm id={form} place={draft} onSend={(words) => send({ type: "share", words }, draft)} />
        ) : (
          <p className="max-w-measure rounded-card bg-surface p-4">{t("listeningCard")}</p>
        )}
      </StepFrame>
      <StepActions>
        <SendButton command="share" submits form={form}>
          {t("handOver")}
        </SendButton>
      </StepActions>
    </>
  );
}
