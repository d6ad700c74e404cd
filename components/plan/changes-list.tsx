import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import type { ChangeView } from "@/lib/plan/planning";
import type { Pair } from "./pair";
import { shortTime } from "./time-shapes";

/** What changed lately of what touches both: told to both, with its date. Needs `plan`. */
export function ChangesList({ changes, pair }: { changes: readonly ChangeView[]; pair: Pair }) {
  const t = useTranslations("plan.changes");
  if (changes.length === 0) return null;
  return (
    <Card aria-labelledby="changes" className="grid content-start gap-3">
      <h2 id="changes" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <ul className="grid gap-3">
        {changes.map((change) => (
          <li key={change.id} className="grid gap-0.5">
            <p className="text-small text-muted">
              <LocalTime at={new Date(change.at).toISOString()} zone={pair.zone ?? undefined} show="day" />
            </p>
            <ChangeWords change={change} pair={pair} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ChangeWords({ change: { kind, seat, detail }, pair }: { change: ChangeView; pair: Pair }) {
  const t = useTranslations("plan.changes");
  const format = useFormatter();
  const told = (at: number | undefined) =>
    at === undefined ? "" : format.dateTime(at, { ...shortTime, timeZone: pair.zone ?? detail.zone ?? "UTC" });
  const who = seat === null ? "nobody" : seat === pair.seat ? "you" : "they";
  return (
    <p>
      {t(kind === "moved" && detail.from === detail.to ? "putBack" : kind, {
        who,
        name: pair.theirName,
        from: told(detail.from),
        to: told(detail.to),
        days: detail.days ?? 0,
      })}
    </p>
  );
}
