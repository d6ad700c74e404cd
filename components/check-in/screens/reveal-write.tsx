import { useTranslations } from "next-intl";
import { useId } from "react";
import type { StageView } from "@/lib/check-in/view";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WordsForm } from "../words-form";
import { WritingCard } from "../writing-card";
import { CloseForm } from "./close-form";

/** Each writes alone; both open at the same moment. */
export function RevealWrite({ view: { mine } }: { view: Extract<StageView, { kind: "reveal" }> }) {
  const form = useId();
  const { send, names } = useRoomContext();
  const { stage, me, acts, place, starters, act } = useStep();
  const t = useTranslations("turn.reveal");
  if (stage?.kind !== "reveal") return null;
  const isClose = stage.asks === "close";
  const draft = place(isClose ? "close" : "text");
  const write = (words: Parameters<Parameters<typeof WordsForm>[0]["onSend"]>[0]) =>
    send({ type: "write", words }, draft);
  return (
    <>
      <StepFrame>
        {acts && isClose && <CloseForm id={form} place={draft} onSend={write} />}
        {acts && !isClose && <WordsForm id={form} label={act} starters={starters} place={draft} onSend={write} />}
        {mine && <WritingCard writing={mine} name={names[me]} />}
      </StepFrame>
      <StepActions>
        <SendButton command="write" submits form={form}>
          {t("done")}
        </SendButton>
      </StepActions>
    </>
  );
}
