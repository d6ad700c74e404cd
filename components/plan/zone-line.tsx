import { useFormatter, useTranslations } from "next-intl";
import { sameWallTime, wallOf } from "@/lib/plan/format-zone-time";
import type { Pair } from "./pair";

/** "19:30 for Mara · 13:30 for you", where the two walls differ at that instant (epoch ms); nothing where they agree. */
export function ZoneLine({ at, pair }: { at: number; pair: Pair }) {
  const t = useTranslations("plan.when");
  const format = useFormatter();
  const { zone, theirZone, theirName: name } = pair;
  if (zone === null || theirZone === null || sameWallTime(at, zone, theirZone)) return null;
  const [mine, theirs] = [wallOf(at, zone), wallOf(at, theirZone)];
  // Midnight may lie between the two clocks: then the hour alone would be told of the wrong day.
  const day = (timeZone: string) =>
    mine.date === theirs.date ? "" : `${format.dateTime(at, { timeZone, weekday: "long" })} `;
  return (
    <p className="text-small text-muted">
      {t("both", { name, theirs: `${day(theirZone)}${theirs.time}`, yours: `${day(zone)}${mine.time}` })}
    </p>
  );
}
