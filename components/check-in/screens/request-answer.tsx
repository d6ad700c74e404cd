import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { RadioRow } from "@/components/ui/radio-row";
import type { Answer } from "@/lib/check-in/state";
import type { Said } from "../move";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WordsForm } from "../words-form";
import { WritingCard } from "../writing-card";
import type { RequestScreenProps } from "./request";

const answers = ["yes", "withAChange", "notNow"] as const satisfies readonly Answer[];

/** Yes, yes with a change, or not now; words beside it if there are any. */
export function RequestAnswer({ view: { request, asker } }: RequestScreenProps) {
  const form = useId();
  const { send, names } = useRoomContext();
  const { acts, act, place } = useStep();
  const t = useTranslations("request.answer");
  const [answer, setAnswer] = useState<Answer>();
  const [asked, setAsked] = useState(false);
  const draft = place("text");
  const give = (words: Said) => {
    setAsked(true);
    if (answer) send({ type: "answer", answer, words }, draft);
  };
  return (
    <>
      <StepFrame>
        {request && <WritingCard writing={request} name={names[asker]} says={t("asks")} />}
        {acts && (
          <>
            <RadioRow
              legend={act}
              hideLegend
              name="answer"
              layout="stack"
              value={answer}
              onChange={setAnswer}
              options={answers.map((value) => ({ value, label: t(value) }))}
              error={asked && !answer ? t("pickOne") : undefined}
            />
            <WordsForm
              id={form}
              label={t(answer === "withAChange" ? "change" : "words")}
              place={draft}
              mayBeEmpty
              onSend={give}
            />
          </>
        )}
      </StepFrame>
      <StepActions>
        <SendButton command="answer" submits form={form}>
          {t("answer")}
        </SendButton>
      </StepActions>
    </>
  );
}
