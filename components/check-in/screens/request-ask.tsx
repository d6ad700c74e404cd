import { useTranslations } from "next-intl";
import { useId } from "react";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WordsForm } from "../words-form";

/** One small thing to ask for, which can be refused. */
export function RequestAsk() {
  const form = useId();
  const { send } = useRoomContext();
  const { acts, act, starters, place } = useStep();
  const t = useTranslations("request.ask");
  const draft = place("text");
  return (
    <>
      <StepFrame>
        {acts && (
          <WordsForm
            id={form}
            label={act}
            starters={starters}
            place={draft}
            onSend={(words) => send({ type: "ask", words }, draft)}
          />
        )}
        <SendButton command="pass" tone="secondary" onClick={() => send({ type: "pass" })}>
          {t("nothing")}
        </SendButton>
      </StepFrame>
      <StepActions>
        <SendButton command="ask" submits form={form}>
          {t("ask")}
        </SendButton>
      </StepActions>
    </>
  );
}
