import { useTranslations } from "next-intl";
import { useId } from "react";
import type { StageView } from "@/lib/check-in/view";
import type { Said } from "../move";
import { PieceForm } from "../piece-form";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WordsForm } from "../words-form";
import { WritingCard } from "../writing-card";
import { CloseForm } from "./close-form";

/** Each writes alone; both open at the same moment. */
export function RevealWrite({ view: { mine } }: { view: Extract<StageView, { kind: "reveal" }> }) {
  const id = useId();
  const { send, names } = useRoomContext();
  const { stage, me, acts, place, starters, act } = useStep();
  const t = useTranslations("turn.reveal");
  if (stage?.kind !== "reveal") return null;
  const { asks, offers } = stage;
  const draft = place(asks === "close" ? "close" : asks === "feelings" ? "feelings" : "text");
  const form = { id, place: draft, onSend: (words: Said) => send({ type: "write", words }, draft) };
  return (
    <>
      <StepFrame>
        {acts && asks === "close" && <CloseForm {...form} />}
        {acts && asks === "feelings" && <PieceForm {...form} />}
        {acts && asks !== "close" && asks !== "feelings" && (
          <WordsForm {...form} label={act} starters={starters} offers={offers} />
        )}
        {mine && <WritingCard writing={mine} name={names[me]} />}
      </StepFrame>
      <StepActions>
        <SendButton command="write" submits form={id}>
          {t("done")}
        </SendButton>
      </StepActions>
    </>
  );
}
