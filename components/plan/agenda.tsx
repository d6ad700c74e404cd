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

/** A glance's worth; a rhythm makes many. */
const atOnce = 5;

/** What is planned, as a list: the next ones, and the later ones for whoever asks. Needs `plan`. */
export function Agenda({ upcoming, pair, move, skip, moveFollowing }: AgendaProps) {
  const t = useTranslations("plan.agenda");
  const rows = upcoming.map((planned, index) => (
    <PlannedRow
      key={planned.plannedId}
      {...{ planned, pair, move, skip }}
      before={inRhythmBefore(upcoming, index)}
      moveFollowing={planned.fromRhythm ? moveFollowing : null}
    />
  ));
  return (
    <Card aria-labelledby="agenda" className="grid content-start gap-4">
      <h2 id="agenda" className="text-lead font-semibold">
        {t("title")}
      </h2>
      {upcoming.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <>
          <ol className="grid gap-3">{rows.slice(0, atOnce)}</ol>
          {rows.length > atOnce && (
            <details className="grid gap-3">
              <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-us underline underline-offset-4">
                {t("later", { count: rows.length - atOnce })}
              </summary>
              <ol className="mt-3 grid gap-3">{rows.slice(atOnce)}</ol>
            </details>
          )}
        </>
      )}
    </Card>
  );
}

function inRhythmBefore(upcoming: readonly PlannedView[], index: number): PlannedView | null {
  const isRegular = (planned: PlannedView | undefined) => planned?.fromRhythm === true && !planned.moved;
  if (!isRegular(upcoming[index])) return null;
  return upcoming.slice(0, index).findLast(isRegular) ?? null;
}
