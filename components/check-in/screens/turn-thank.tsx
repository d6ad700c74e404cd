import { useTranslations } from "next-intl";
import { otherSeat } from "@/lib/other-seat";
import { useRoomContext } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WritingCard } from "../writing-card";
import type { TurnScreenProps } from "./turn";

/** The speaker reads where it made sense, and hands the floor on with a thank you. */
export function TurnThank({ view: { empathy, speaker } }: TurnScreenProps) {
  const { send, names } = useRoomContext();
  const t = useTranslations("turn.thank");
  return (
    <>
      <StepFrame>{empathy && <WritingCard writing={empathy} name={names[otherSeat(speaker)]} />}</StepFrame>
      <StepActions>
        <SendButton command="thank" onClick={() => send({ type: "thank" })}>
          {t("thank")}
        </SendButton>
      </StepActions>
    </>
  );
}
