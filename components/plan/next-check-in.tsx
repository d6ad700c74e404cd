import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { PlannedView } from "@/lib/plan/planning";
import { LobbyDoor, type StartPlanned } from "./lobby-door";
import type { Pair } from "./pair";
import { PlannedActions, type PlannedActionsProps } from "./planned-actions";
import { longTime } from "./time-shapes";
import { When } from "./when";

export type NextCheckInProps = Pick<PlannedActionsProps, "move" | "skip" | "moveFollowing"> & {
  next: PlannedView;
  pair: Pair;
  now: number;
  /** Null while one of the two has no key to write with: then there is no way in yet. */
  start: StartPlanned | null;
};

/** The next planned check-in on *Us*: when for both, the way in, *Move · Skip*. Needs `plan`. */
export function NextCheckIn({ next, pair, now, start, move, skip, moveFollowing }: NextCheckInProps) {
  const t = useTranslations("plan.next");
  const format = useFormatter();
  const { startsAt, minutes } = next;
  const when = format.dateTime(startsAt, { ...longTime, timeZone: pair.zone ?? next.zone });
  return (
    <Card tone="us" aria-labelledby="next" className="grid content-start gap-3">
      <h2 id="next" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <div className="grid gap-0.5">
        <When at={startsAt} pair={pair} className="text-lead font-semibold" />
        <p className="text-small text-muted">{t("minutes", { minutes })}</p>
      </div>
      {start && <LobbyDoor {...{ pair, now, start }} planned={next} />}
      <PlannedActions
        {...{ pair, when, move, skip }}
        planned={next}
        moveFollowing={next.fromRhythm ? moveFollowing : null}
      />
    </Card>
  );
}
