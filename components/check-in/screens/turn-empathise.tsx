import { useTranslations } from "next-intl";
import { useId } from "react";
import { Letter } from "../letter";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WordsForm } from "../words-form";
import type { TurnScreenProps } from "./turn";

/** The listener says where it makes sense to them. Making sense is not agreeing. */
export function TurnEmpathise({ view: { exchanges, speaker } }: TurnScreenProps) {
  const form = useId();
  const { send, names } = useRoomContext();
  const { acts, act, starters, place } = useStep();
  const t = useTranslations("turn.empathise");
  const draft = place("text");
  return (
    <>
      <StepFrame>
        <Letter exchanges={exchanges} speaker={speaker} names={names} />
        {acts && (
          <WordsForm
            id={form}
            label={act}
            starters={starters}
            place={draft}
            onSend={(words) => send({ type: "empathise", words }, draft)}
          />
        )}
      </StepFrame>
      <StepActions>
        <SendButton command="empathise" submits form={form}>
          {t("give")}
        </SendButton>
      </StepActions>
    </>
  );
}
