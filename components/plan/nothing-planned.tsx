import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import type { Pair } from "./pair";

export type NothingPlannedProps = {
  pair: Pair;
  /** When the one was that nobody came to lately, epoch ms. */
  lapsedAt: number | null;
  /** When the last check-in was opened, epoch ms; null before the first. */
  lastAt: number | null;
  now: number;
};

const longAgoMs = 14 * 24 * 60 * 60 * 1000;

/** Which of the three it is. The first two speak up by themselves; a beginning waits to be looked for. */
export const nothingPlanned = ({ lapsedAt, lastAt, now }: Omit<NothingPlannedProps, "pair">) => {
  if (lapsedAt !== null) return "lapsed";
  return lastAt !== null && now - lastAt > longAgoMs ? "gap" : "none";
};

/** Nothing is planned: the one that went by, a long gap, or a beginning; and the ways to a next one. Needs `plan`. */
export function NothingPlanned({ pair, ...times }: NothingPlannedProps) {
  const t = useTranslations("plan.next");
  const how = nothingPlanned(times);
  const { lapsedAt } = times;
  return (
    <Card aria-labelledby="next" className="grid content-start gap-3">
      <h2 id="next" className="text-lead font-semibold">
        {t(`${how}Title`)}
      </h2>
      <p>
        {lapsedAt === null
          ? t(how === "gap" ? "gapText" : "noneText")
          : t.rich("lapsedText", {
              time: () => <LocalTime at={new Date(lapsedAt).toISOString()} zone={pair.zone ?? undefined} />,
            })}
      </p>
      <div className="grid gap-2 sm:flex sm:flex-wrap">
        <ButtonLink href={how === "gap" ? "/plan/ask?minutes=5" : "/plan/ask"} prefetch={false} tone="secondary">
          {t(how === "gap" ? "five" : "ask", { name: pair.theirName })}
        </ButtonLink>
        <ButtonLink href="/plan/rhythm" prefetch={false} tone="quiet">
          {t("rhythm")}
        </ButtonLink>
      </div>
    </Card>
  );
}
