import type { CheckInState } from "@/lib/check-in/state";
import type { CoupleId } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { releaseState, tell } from "@/server/check-ins/states";
import { despiteCollisions } from "@/server/couples/collisions";
import type { Partnership } from "@/server/couples/service";
import { inTransaction, lockSeat, type Transaction } from "@/server/plans/repository";

/** A change of one couple's plan under way. `ended`: check-ins that it ends, told after the commit. */
export type Plan = Partnership & { tx: Transaction; now: Date; ended: CheckInState[] };

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };

// Thrown to roll back what a refused change had begun, and caught right here.
const refused = new Error("refused");

/**
 * One change of a couple's plan: nobody else changes it meanwhile, all of it is kept or nothing, and a refusal keeps nothing.
 * Afterwards the pages that both have open read themselves again.
 *
 * @throws when the database cannot be reached
 */
export async function inPlan<A extends Answer>(
  partnership: Partnership,
  work: (plan: Plan) => Promise<A>,
): Promise<A | { ok: false; refusal: "notLinked" }> {
  const ended: CheckInState[] = [];
  let answer: A | { ok: false; refusal: "notLinked" } = refuse("notLinked");
  const change = async (tx: Transaction) => {
    ended.length = 0;
    answer = (await lockSeat(tx, partnership))
      ? await work({ ...partnership, tx, now: new Date(), ended })
      : refuse("notLinked");
    if (!answer.ok) throw refused;
  };
  try {
    await despiteCollisions(() => inTransaction(change));
  } catch (error) {
    if (error !== refused) throw error;
    return answer;
  }
  for (const state of ended) tellEnded(partnership.coupleId, state);
  tell({ type: "homeChanged", personIds: [partnership.personId, partnership.other.personId] });
  return answer;
}

/** Both rooms learn that it is over; what is held of it is old now. */
function tellEnded(coupleId: CoupleId, state: CheckInState): void {
  releaseState({ coupleId }, state.checkInId);
  tell({ type: "checkInChanged", coupleId, state });
}
