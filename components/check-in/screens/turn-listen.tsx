import { useTranslations } from "next-intl";
import { Letter } from "../letter";
import { useRoomContext } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import type { TurnScreenProps } from "./turn";

/** The listener takes it in. */
export function TurnListen({ view: { exchanges, speaker } }: TurnScreenProps) {
  const { send, names } = useRoomContext();
  const t = useTranslations("turn.listen");
  return (
    <>
      <StepFrame>
        <Letter exchanges={exchanges} speaker={speaker} names={names} />
        <SendButton command="askSmaller" tone="secondary" onClick={() => send({ type: "askSmaller" })}>
          {t("askSmaller")}
        </SendButton>
      </StepFrame>
      <StepActions>
        <SendButton command="listened" onClick={() => send({ type: "listened" })}>
          {t("listened")}
        </SendButton>
      </StepActions>
    </>
  );
}
