import { useTranslations } from "next-intl";
import { Breath } from "@/components/ui/breath";
import { useRoomContext } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";

/** A minute of breathing, both of them, because the speaker asked for it. */
export function TurnBreathe() {
  const { send } = useRoomContext();
  const t = useTranslations("turn.breathe");
  return (
    <>
      <StepFrame>
        <Breath />
      </StepFrame>
      <StepActions>
        <SendButton command="ready" onClick={() => send({ type: "ready" })}>
          {t("ready")}
        </SendButton>
      </StepActions>
    </>
  );
}
