import type { CheckInState } from "@/lib/check-in/state";
import { withoutWords } from "@/lib/check-in/without-words";
import type { CheckInId, CoupleId, PersonId } from "@/lib/ids";
import { eventOfRow } from "@/server/check-ins/event-row";
import { foldLog } from "@/server/check-ins/folding";
import { type FormerPartnership, isWithheld, listFormerPartnerships } from "@/server/couples/former";
import { findPartner, type Partnership } from "@/server/couples/service";
import * as repository from "@/server/keeping/repository";

/**
 * A check-in of a couple that has ended, for one of the two who were in it. Once the 30 days are over the other's words are not
 * in it, unless they were left. Null for everybody else, and where there is none.
 *
 * @throws when the database cannot be reached
 */
export async function readFormer(former: FormerPartnership, checkInId: CheckInId): Promise<CheckInState | null> {
  const logged = readRows(await repository.loadFormerLog(former, checkInId));
  if (logged.length === 0) return null;
  const { other } = former;
  if (!isWithheld(former, new Date())) return foldLog(logged);
  return foldLog(logged.map(({ seq, event }) => ({ seq, event: withoutWords(event, other.seat, "notLeft") })));
}

/** The former couple of this person's that a check-in belonged to; null where there is none. */
export async function findFormerOf(personId: PersonId, checkInId: CheckInId): Promise<FormerPartnership | null> {
  const coupleId = await repository.findCoupleOf(checkInId);
  return (await listFormerPartnerships(personId)).find((former) => former.coupleId === coupleId) ?? null;
}

export const readRows = (rows: readonly repository.LogRow[]) =>
  rows.map((row) => ({ seq: row.seq, event: eventOfRow(row) }));

/** Somebody's seat in a couple, linked still or not any more; null for everybody else. */
export async function findSeat(
  personId: PersonId,
  coupleId: CoupleId,
): Promise<Partnership | FormerPartnership | null> {
  const living = await findPartner(personId);
  if (living?.coupleId === coupleId) return living;
  return (await listFormerPartnerships(personId)).find((former) => former.coupleId === coupleId) ?? null;
}
