"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import type { CheckInId, CoupleId } from "@/lib/ids";
import { TakeBackQuestion } from "./take-back-question";
import { type TakeBackAction, useTakingBack } from "./use-taking-back";

export type LetGoProps = { coupleId: CoupleId; checkInId: CheckInId; takeBack: TakeBackAction };

/** At the end of a check-in: each may keep what they wrote, or let their own words go. Needs `room`, `takeBack` and `ui`. */
export function LetGo({ takeBack, ...of }: LetGoProps) {
  const t = useTranslations("room.end.letGo");
  const heading = useId();
  const taking = useTakingBack(takeBack, of);
  return (
    <section aria-labelledby={heading} className="grid gap-2">
      <h2 id={heading} className="text-lead font-semibold">
        {t("title")}
      </h2>
      <p className="max-w-measure text-muted" role="status">
        {t(taking.isDone ? "done" : "text")}
      </p>
      {!taking.isDone && (
        <Button tone="quiet" className="-ml-4 justify-self-start" onClick={() => taking.ask("all")}>
          {t("button")}
        </Button>
      )}
      <TakeBackQuestion taking={taking} />
    </section>
  );
}
