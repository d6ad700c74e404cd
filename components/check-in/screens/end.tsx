import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import type { View } from "@/lib/check-in/view";
import { Agreements } from "../agreements";
import { useRoomContext, useStep } from "../room";
import { StepHeading } from "../step-heading";
import { WritingCard } from "../writing-card";
import { Pulse } from "./pulse";

type End = NonNullable<View["end"]>;

type EndScreenProps = { end: End; ownWords?: ReactNode; children?: ReactNode };

/** Over: completed, or ended on the way, in words that blame nobody. `children` stands in the place of the ways on. */
export function EndScreen({ end: { how, words }, ownWords, children }: EndScreenProps) {
  const { view, names, guide } = useRoomContext();
  const { theirName: name } = useStep();
  const t = useTranslations("room.end");
  // Where nobody had the floor there was no turn to be heard in.
  const isBrief = how === "completed" && !guide.stages.some(({ kind }) => kind === "turn");
  return (
    <>
      <StepHeading>{t(`${how}.title`)}</StepHeading>
      <p className="max-w-measure text-lead text-muted">
        {isBrief ? t("completed.brief") : t(`${how}.words`, { name })}
      </p>
      {words?.words && <WritingCard writing={words} name={names[words.seat]} />}
      <Agreements />
      {how === "completed" && <Pulse />}
      {ownWords}
      {children ?? (
        <div className="grid gap-3 sm:flex">
          <ButtonLink href="/us">{t("toUs")}</ButtonLink>
          {how !== "unlinked" && (
            <ButtonLink href={`/read/${view.checkInId}`} tone="secondary">
              {t("readAgain")}
            </ButtonLink>
          )}
        </div>
      )}
    </>
  );
}
