import { useFormatter, useTranslations } from "next-intl";
import { wallOf } from "@/lib/plan/format-zone-time";
import type { PlannedView } from "@/lib/plan/planning";
import type { Pair } from "./pair";
import { PlannedActions, type PlannedActionsProps } from "./planned-actions";
import { longTime } from "./time-shapes";
import { When } from "./when";

export type PlannedRowProps = Pick<PlannedActionsProps, "move" | "skip" | "moveFollowing"> & {
  planned: PlannedView;
  /** The one of the same rhythm before it, where neither was moved: its hour is compared. */
  before: PlannedView | null;
  pair: Pair;
};

/** One planned check-in in the list: when for both, what the clocks do to it, *Move · Skip*. */
export function PlannedRow({ planned, before, pair, moveFollowing, move, skip }: PlannedRowProps) {
  const t = useTranslations("plan.planned");
  const format = useFormatter();
  const { startsAt, minutes, moved, fromRhythm } = planned;
  const when = format.dateTime(startsAt, { ...longTime, timeZone: pair.zone ?? planned.zone });
  return (
    <li className="grid gap-1 border-t border-border pt-3 first:border-t-0 first:pt-0">
      <When at={startsAt} pair={pair} className="font-semibold" />
      <p className="text-small text-muted">
        {t("about", { minutes, kind: moved ? "moved" : fromRhythm ? "rhythm" : "once" })}
      </p>
      <ClockNote {...{ planned, before, pair }} />
      <PlannedActions {...{ planned, pair, when, moveFollowing, move, skip }} />
      {/* A plain link: a file comes, and the page stays. */}
      <a
        href={`/api/planned/${planned.plannedId}`}
        aria-label={t("fileIt", { when })}
        className="inline-flex min-h-11 items-center justify-self-start text-small text-muted underline underline-offset-4"
      >
        {t("file")}
      </a>
    </li>
  );
}

/** A clock change is said where it is met, and what it does to this person's hour. */
function ClockNote({ planned, before, pair }: Pick<PlannedRowProps, "planned" | "before" | "pair">) {
  const t = useTranslations("plan.clocks");
  const { clockShiftMinutes: shift, startsAt } = planned;
  const zone = pair.zone ?? planned.zone;
  const time = wallOf(startsAt, zone).time;
  const another = before !== null && wallOf(before.startsAt, zone).time !== time;
  if (shift === 0 && !another) return null;
  const own = shift === 0 ? t("theirs", { name: pair.theirName }) : t(shift > 0 ? "forward" : "back");
  return (
    <p className="text-small">
      {own} {t(another ? "nowAt" : "staysAt", { time })}
    </p>
  );
}
