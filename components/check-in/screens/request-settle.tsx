import { useTranslations } from "next-intl";
import { PartnerMark } from "@/components/ui/partner-mark";
import { otherSeat } from "@/lib/other-seat";
import { useRoomContext } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";
import { WritingCard } from "../writing-card";
import type { RequestScreenProps } from "./request";

/** Kept as an agreement only if both say so; each chooses unseen. */
export function RequestSettle({ view: { request, answer, asker } }: RequestScreenProps) {
  const { send, names } = useRoomContext();
  const t = useTranslations("request");
  return (
    <>
      <StepFrame>
        {request && <WritingCard writing={request} name={names[asker]} says={t("answer.asks")} />}
        {answer?.writing.words && (
          <WritingCard
            writing={answer.writing}
            name={names[otherSeat(asker)]}
            says={t(`settle.${answer.how}`)}
            className="ml-6"
          />
        )}
        {answer && !answer.writing.words && (
          <PartnerMark seat={otherSeat(asker)} name={names[otherSeat(asker)]}>
            {t(`settle.${answer.how}`)}
          </PartnerMark>
        )}
        <div className="grid gap-2">
          <SendButton command="settle" wide onClick={() => send({ type: "settle", keep: true })}>
            {t("settle.keep")}
          </SendButton>
          <SendButton command="settle" wide tone="secondary" onClick={() => send({ type: "settle", keep: false })}>
            {t("settle.letGo")}
          </SendButton>
        </div>
      </StepFrame>
      <StepActions />
    </>
  );
}
