import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Letter } from "../letter";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WordsForm } from "../words-form";
import type { TurnScreenProps } from "./turn";

/** The speaker says whether it landed: yes, nearly, or not quite. Nobody else can. */
export function TurnConfirm({ view: { exchanges, speaker } }: TurnScreenProps) {
  const form = useId();
  const { send, names, view, sending } = useRoomContext();
  const { place } = useStep();
  const t = useTranslations("turn.confirm");
  const [answer, setAnswer] = useState<"nearly" | "notQuite" | null>(null);
  const mayAnswer = view.legal.includes("confirm") || sending === "confirm";
  return (
    <>
      <StepFrame>
        <Letter exchanges={exchanges} speaker={speaker} names={names} />
        {mayAnswer && answer === null && (
          <div className="grid gap-2">
            <SendButton command="confirm" wide onClick={() => send({ type: "confirm", answer: "yes", words: null })}>
              {t("yes")}
            </SendButton>
            <Button wide tone="secondary" disabled={sending !== null} onClick={() => setAnswer("nearly")}>
              {t("nearly")}
            </Button>
            <Button wide tone="secondary" disabled={sending !== null} onClick={() => setAnswer("notQuite")}>
              {t("notQuite")}
            </Button>
          </div>
        )}
        {mayAnswer && answer !== null && (
          <>
            <WordsForm
              key={answer}
              id={form}
              label={t(`${answer}Label`)}
              hint={t("hint")}
              place={place(answer)}
              mayBeEmpty
              takesFocus
              onSend={(words) => send({ type: "confirm", answer, words }, place(answer))}
            />
            <Button tone="secondary" disabled={sending !== null} onClick={() => setAnswer(null)}>
              {t("chooseAgain")}
            </Button>
          </>
        )}
      </StepFrame>
      <StepActions>
        {mayAnswer && answer !== null && (
          <SendButton command="confirm" submits form={form}>
            {t(`${answer}Send`)}
          </SendButton>
        )}
      </StepActions>
    </>
  );
}
