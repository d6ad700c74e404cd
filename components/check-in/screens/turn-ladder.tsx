import { useTranslations } from "next-intl";
import { Letter } from "../letter";
import { useRoomContext } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import type { TurnScreenProps } from "./turn";

/** After several tries the speaker chooses how to go on. How many there were is not said. */
export function TurnLadder({ view: { exchanges, speaker } }: TurnScreenProps) {
  const { send, names } = useRoomContext();
  const t = useTranslations("turn.ladder");
  return (
    <>
      <StepFrame>
        <Letter exchanges={exchanges} speaker={speaker} names={names} />
        <div className="grid gap-2">
          <SendButton command="goOn" wide onClick={() => send({ type: "goOn" })}>
            {t("goOn")}
          </SendButton>
          <SendButton command="breathe" wide tone="secondary" onClick={() => send({ type: "breathe" })}>
            {t("breathe")}
          </SendButton>
          <SendButton command="park" wide tone="secondary" onClick={() => send({ type: "park" })}>
            {t("park")}
          </SendButton>
        </div>
      </StepFrame>
      <StepActions />
    </>
  );
}
