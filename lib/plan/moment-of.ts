import { Temporal } from "temporal-polyfill";
import type { WallMoment } from "@/lib/plan/wall-time";
import { zoneSchema } from "@/lib/plan/zone";
import { ok, type Result, refuse } from "@/lib/result";

// The instant's way back to the wall needs no Temporal; it is one function for both worlds.
export { wallOf } from "@/lib/plan/format-zone-time";

export type MomentRefusal = "skippedTime" | "doubledTime" | "unknownZone";

/**
 * The instant (epoch ms) that people mean. A time that a clock change leaves out is refused, and so is one that comes twice
 * unless `which` says the one; a `which` on a time that comes once changes nothing.
 * @param wall parsed by `wallMomentSchema`; a date that no calendar has throws a RangeError
 */
export function momentOf(wall: WallMoment): Result<number, MomentRefusal> {
  if (!zoneSchema.safeParse(wall.zone).success) return refuse("unknownZone");
  const plain = Temporal.PlainDateTime.from(`${wall.date}T${wall.time}`);
  const first = plain.toZonedDateTime(wall.zone, { disambiguation: "earlier" });
  const second = plain.toZonedDateTime(wall.zone, { disambiguation: "later" });
  if (first.epochMilliseconds === second.epochMilliseconds) return ok(first.epochMilliseconds);
  // In a gap both answers lie beside it, so neither shows what was asked.
  if (!first.toPlainDateTime().equals(plain)) return refuse("skippedTime");
  if (wall.which === undefined) return refuse("doubledTime");
  return ok((wall.which === "first" ? first : second).epochMilliseconds);
}

/** By how many minutes the zone's clocks stand further ahead of UTC at `later` than at `earlier`: +60 after spring's change. */
export function zoneShiftBetween(earlier: number, later: number, zone: string): number {
  return (offsetAt(later, zone) - offsetAt(earlier, zone)) / 60_000_000_000;
}

const offsetAt = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds;
