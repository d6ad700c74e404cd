import type { PersonId } from "@/lib/ids";
import { findPartner, type Partnership } from "@/server/couples/service";
import { tellOfPlanned } from "@/server/plans/follow-ups";
import { listPlanned } from "@/server/plans/planned-repository";
import { inTransaction, lockSeat, type Transaction } from "@/server/plans/repository";

/** More than a rhythm and all proposals can have ahead. */
const mostAhead = 400;

/**
 * Changes how somebody wants to be told, and in the same transaction what waits already: their reminders of all that is planned
 * move, and a channel that was off when they were written gets them. The couple's row is held meanwhile, so that nothing is planned
 * by the old settings after this.
 *
 * A reminder whose new time has gone by already stays where it was.
 */
export async function tellAgain(
  personId: PersonId,
  change: (tx: Transaction) => Promise<void>,
  now: Date,
): Promise<void> {
  const partnership = await findPartner(personId);
  await inTransaction(async (tx) => {
    const inPlan = partnership !== null && (await lockSeat(tx, partnership));
    await change(tx);
    if (inPlan) await tellOfAll(tx, partnership, now);
  });
}

async function tellOfAll(tx: Transaction, { coupleId, personId }: Partnership, now: Date): Promise<void> {
  const planned = await listPlanned(coupleId, now, mostAhead, tx);
  if (planned.length > 0) await tellOfPlanned({ tx, coupleId, people: [personId], now }, planned);
}
