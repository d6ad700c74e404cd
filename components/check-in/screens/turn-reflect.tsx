import { useTranslations } from "next-intl";
import { useId } from "react";
import { Notice } from "@/components/ui/notice";
import { Letter } from "../letter";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WordsForm } from "../words-form";
import { WritingCard } from "../writing-card";
import type { TurnScreenProps } from "./turn";

/** The listener says back what they heard. After a "not quite", the part that matters most stands above the field. */
export function TurnReflect({ view: { exchanges, speaker, mattered, tryOneSentence } }: TurnScreenProps) {
  const form = useId();
  const { send, names } = useRoomContext();
  const { acts, act, starters, place } = useStep();
  const t = useTranslations("turn.reflect");
  const draft = place("text");
  return (
    <>
      <StepFrame>
        <Letter exchanges={exchanges} speaker={speaker} names={names} />
        {mattered && <WritingCard writing={mattered} name={names[speaker]} says={t("mattered")} />}
        {acts && tryOneSentence && <Notice>{t("oneSentence")}</Notice>}
        {acts && (
          <WordsForm
            id={form}
            label={act}
            starters={starters}
            place={draft}
            onSend={(words) => send({ type: "reflect", words }, draft)}
          />
        )}
      </StepFrame>
      <StepActions>
        <SendButton command="reflect" submits form={form}>
          {t("sayBack")}
        </SendButton>
      </StepActions>
    </>
  );
}
