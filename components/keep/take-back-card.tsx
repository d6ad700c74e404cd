import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { WritingCard } from "@/components/check-in/writing-card";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { areSealed } from "@/lib/check-in/words";
import { ownWritings } from "@/lib/check-in/writings";
import type { TakeBackProps } from "./take-back";
import { TakeBackQuestion } from "./take-back-question";
import { useTakingBack } from "./use-taking-back";

/** One's own words in a past check-in, to take back one by one or all. Needs an OpenerProvider, `takeBack`, `turn` and `ui`. */
export function TakeBackCard({ record, coupleId, name, takeBack }: TakeBackProps) {
  const t = useTranslations("takeBack");
  const heading = useId();
  const [isOpen, setIsOpen] = useState(false);
  const taking = useTakingBack(takeBack, { coupleId, checkInId: record.checkInId });
  const own = ownWritings(record).filter(({ words }) => areSealed(words));
  return (
    <Card tone="sunken" aria-labelledby={heading} className="grid gap-3 print:hidden">
      <h2 id={heading} className="text-lead font-semibold">
        {t("title")}
      </h2>
      <p className="max-w-measure text-muted">{t(own.length === 0 ? "nothing" : "text")}</p>
      <p role="status">{taking.isDone ? t("done") : ""}</p>
      {own.length > 0 && (
        <div className="flex flex-wrap gap-2">
          <Button tone="secondary" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? "hide" : "show")}
          </Button>
          <Button tone="quiet" className="max-sm:-ml-4" onClick={() => taking.ask("all")}>
            {t("all")}
          </Button>
        </div>
      )}
      {isOpen && (
        <ul className="grid gap-4">
          {own.map((writing) => (
            <li key={writing.commandId} className="grid gap-1">
              <WritingCard writing={writing} name={name} />
              <Button tone="quiet" className="justify-self-start" onClick={() => taking.ask(writing.commandId)}>
                {t("one")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TakeBackQuestion taking={taking} />
    </Card>
  );
}
