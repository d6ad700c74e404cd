import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRoomContext, useStep } from "./room";
import { StepHeading } from "./step-heading";

/** Every screen of a running check-in: its one sentence, for the one who acts or the one who waits, and what comes next. */
export function StepFrame({ children }: { children?: ReactNode }) {
  const { view } = useRoomContext();
  const { stage, act, wait, hint, acts, theirName } = useStep();
  const t = useTranslations("room.next");
  const { step } = view.stage.view;
  return (
    <>
      <div className="grid gap-2">
        <StepHeading eyebrow={stage?.title}>{acts ? act : wait}</StepHeading>
        {acts && hint && <p className="max-w-measure text-muted">{hint}</p>}
      </div>
      {children}
      <p className="max-w-measure text-small text-muted">
        {t(acts ? `${step}.act` : `${step}.wait`, { name: theirName })}
      </p>
    </>
  );
}
