import type { PersonId } from "@/lib/ids";
import { type UsualHours, usualHoursSchema } from "@/lib/plan/hours";
import { wallOf } from "@/lib/plan/moment-of";
import { overlap, type Stretch } from "@/lib/plan/overlap";
import { ok, type Result } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";
import { addDays } from "@/server/plans/dates";
import { listHours, upsertHours } from "@/server/plans/people-repository";

/** Keeps when somebody is usually free. Only the overlap with the other's is ever shown to the other. */
export async function saveHours(personId: PersonId, hours: UsualHours): Promise<Result<null, never>> {
  await upsertHours(personId, hours, new Date());
  return ok(null);
}

/** A date on this person's wall, and when both are usually free on it (epoch ms). */
export type OverlapDay = { date: string; stretches: readonly Stretch[] };

const days = 14;
/** What is left of today begins at the next quarter: this very minute is past before anybody has asked for it. */
const quarterMs = 15 * 60_000;

/** The coming fortnight. Empty too where one of them gave no hours: nobody learns who. */
export async function findOverlap(
  { personId, other }: Partnership,
  { minutes }: { minutes: number },
  now = Date.now(),
): Promise<Result<{ days: readonly OverlapDay[] }, never>> {
  const rows = await listHours([personId, other.personId]);
  const mine = hoursOf(rows.find((row) => row.personId === personId));
  const theirs = hoursOf(rows.find((row) => row.personId === other.personId));
  if (mine === null || theirs === null) return ok({ days: [] });
  const today = wallOf(now, mine.zone).date;
  const soonest = Math.ceil(now / quarterMs) * quarterMs;
  const each = Array.from({ length: days }, (_, day) => addDays(today, day)).map((date) => ({
    date,
    stretches: overlap(mine, theirs, date, minutes)
      .map(({ from, until }) => ({ from: Math.max(from, soonest), until }))
      .filter(({ from, until }) => until - from >= minutes * 60_000),
  }));
  return ok({ days: each.filter(({ stretches }) => stretches.length > 0) });
}

export async function findHours(personId: PersonId): Promise<UsualHours | null> {
  const [row] = await listHours([personId]);
  return hoursOf(row);
}

type Row = { zone: string; hours: unknown } | undefined;

// Kept by us, so they fit; a zone that a later runtime no longer knows is as good as none told.
const hoursOf = (row: Row): UsualHours | null =>
  row === undefined ? null : (usualHoursSchema.safeParse({ zone: row.zone, days: row.hours }).data ?? null);
