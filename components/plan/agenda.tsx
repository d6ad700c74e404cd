import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { PlannedView } from "@/lib/plan/planning";
import type { Pair } from "./pair";
import { PlannedRow, type PlannedRowProps } from "./planned-row";

export type AgendaProps = Pick<PlannedRowProps, "move" | "skip" | "moveFollowing"> & {
  /** Soonest first. */
  upcoming: readonly PlannedView[];
  pair: Pair;
};

/** What is planned, as a list. Needs `plan`. */
export function Agenda({ upcoming, pair, move, skip, moveFollowing }: AgendaProps) {
  const t = useTranslations("plan.agenda");
  return (
    <Card aria-labelledby="agenda" className="grid content-start gap-4">
      <h2 id="agenda" className="text-lead font-semibold">
        {t("title")}
      </h2>
      {upcoming.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <ol className="grid gap-3">
          {upcoming.map((planned, index) => (
            <PlannedRow
              key={planned.plannedId}
              {...{ planned, pair, move, skip }}
              before={inRhythmBefore(upcoming, index)}
              moveFollowing={planned.fromRhythm ? moveFollowing : null}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}

function inRhythmBefore(upcoming: readonly PlannedView[], index: number): PlannedView | null {
  const isRegular = (planned: PlannedView | undefined) => planned?.fromRhythm === true && !planned.moved;
  if (!isRegular(upcoming[index])) return null;
  return upcoming.slice(0, index).findLast(isRegular) ?? null;
}
