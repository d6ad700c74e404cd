import { useTranslations } from "next-intl";
import type { StageView } from "@/lib/check-in/view";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WritingCard } from "../writing-card";

/** Both are in: each reads the other's, and their own beside it. */
export function RevealRead({ view: { mine, theirs } }: { view: Extract<StageView, { kind: "reveal" }> }) {
  const { send, names } = useRoomContext();
  const { me, them, theirName } = useStep();
  const t = useTranslations("turn.reveal");
  return (
    <>
      <StepFrame>
        {theirs ? <WritingCard writing={theirs} name={names[them]} /> : <p>{t("noWords", { name: theirName })}</p>}
        {mine && <WritingCard writing={mine} name={names[me]} className="ml-6" />}
      </StepFrame>
      <StepActions>
        <SendButton command="readOn" onClick={() => send({ type: "readOn" })}>
          {t("readOn")}
        </SendButton>
      </StepActions>
    </>
  );
}
