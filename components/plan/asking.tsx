import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { PlanView } from "@/lib/plan/planning";
import type { Pair } from "./pair";
import { When } from "./when";

export type AskingProps = {
  pair: Pair;
  /** Epoch ms from which this person may ask again; null: at once. */
  proposeFrom: number | null;
  /** How the last asking ended a short while ago, where it got no yes. */
  lately: PlanView["lately"];
  now: number;
};

/** The way to ask; or, after a *not today*, that it is an answer, and when asking is possible again. Needs `plan`. */
export function Asking({ pair, proposeFrom, lately, now }: AskingProps) {
  const t = useTranslations("plan.asking");
  const rests = proposeFrom !== null && proposeFrom > now;
  return (
    <Card aria-labelledby="asking" className="grid content-start gap-3">
      <h2 id="asking" className="text-lead font-semibold">
        {t(rests ? (lately?.how ?? "notToday") : "title", { name: pair.theirName })}
      </h2>
      <p>{t(rests ? `${lately?.how ?? "notToday"}Text` : "text", { name: pair.theirName })}</p>
      {rests && <p>{t("again")}</p>}
      {rests && <When at={proposeFrom} pair={{ ...pair, theirZone: null }} className="font-semibold" />}
      <ButtonLink
        href="/plan/ask"
        prefetch={false}
        tone={rests ? "quiet" : "primary"}
        className={rests ? "-ml-4 justify-self-start" : "justify-self-start"}
      >
        {t(rests ? "wish" : "go", { name: pair.theirName })}
      </ButtonLink>
    </Card>
  );
}
