import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { RadioRow } from "@/components/ui/radio-row";
import type { StageView } from "@/lib/check-in/view";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { StepActions } from "../step-actions";
import { StepFrame } from "../step-frame";

/** Both pick, unseen by the other; two different picks are settled without either having to give in. */
export function Choose({ view: { mine } }: { view: Extract<StageView, { kind: "choose" }> }) {
  const form = useId();
  const { send, sending } = useRoomContext();
  const { stage, me, them, theirName, act } = useStep();
  const t = useTranslations("room.choose");
  const [picked, setPicked] = useState<string>();
  const [asked, setAsked] = useState(false);
  if (stage?.kind !== "choose") return null;
  const options =
    stage.options === "order"
      ? [
          { value: String(me), label: t("me") },
          { value: String(them), label: t("them", { name: theirName }) },
        ]
      : stage.options.map(({ id, label }) => ({ value: id, label }));
  const pick = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (picked) send({ type: "pick", option: picked });
  };
  return (
    <>
      <StepFrame>
        {mine === null && (
          <form id={form} onSubmit={pick}>
            <RadioRow
              legend={act}
              hideLegend
              name="pick"
              layout="stack"
              value={picked}
              onChange={setPicked}
              options={[...options, { value: "either", label: t("either") }]}
              error={asked && !picked && sending === null ? t("pickOne") : undefined}
            />
          </form>
        )}
      </StepFrame>
      <StepActions>
        <SendButton command="pick" submits form={form}>
          {t("choose")}
        </SendButton>
      </StepActions>
    </>
  );
}
