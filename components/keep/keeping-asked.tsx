import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { KeepDays } from "@/lib/keeping/keep-days";
import { useKeptFor } from "./kept-for";

export type KeepingAskedProps = {
  asked: { days: KeepDays; byMe: boolean };
  name: string;
  pending: boolean;
  onAnswer: (days: KeepDays, yes: boolean) => void;
  onStop: () => void;
};

/** A longer time that one has asked for: the other answers, the asker may stop. Needs `keeping`. */
export function KeepingAsked({ asked: { days, byMe }, name, pending, onAnswer, onStop }: KeepingAskedProps) {
  const t = useTranslations("keeping.asked");
  const time = useKeptFor()(days);
  return (
    <Card className="grid gap-3">
      <p>{t(byMe ? "byMe" : "byThem", { name, time })}</p>
      <div className="flex flex-wrap gap-2">
        {byMe ? (
          <Button tone="secondary" pending={pending} onClick={onStop}>
            {t("stop")}
          </Button>
        ) : (
          <>
            <Button pending={pending} onClick={() => onAnswer(days, true)}>
              {t("yes")}
            </Button>
            <Button tone="secondary" pending={pending} onClick={() => onAnswer(days, false)}>
              {t("no")}
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}
