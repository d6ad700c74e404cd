import type { CoupleId, PlannedId, ProposalId } from "@/lib/ids";
import { personIdSchema } from "@/lib/ids";
import { tell } from "@/server/check-ins/states";
import { listChange } from "@/server/plans/changes";
import { lapsesAfter } from "@/server/plans/follow-ups";
import { findPlanned, hasCheckInSince, settlePlanned } from "@/server/plans/planned-repository";
import { closeProposal, findProposal } from "@/server/plans/proposals-repository";
import { inTransaction, listPeople, lockCouple, type Transaction } from "@/server/plans/repository";

/** What jobs do when a time has come. Each asks first whether it still is so: a job may run late, twice, or for nothing. */

export const lapseProposal = (
  { coupleId, proposalId }: { coupleId: CoupleId; proposalId: ProposalId },
  now = new Date(),
) =>
  whenDue(coupleId, async (tx) => {
    const proposal = await findProposal(tx, coupleId, proposalId);
    if (proposal?.status !== "open" || proposal.lapsesAt > now) return false;
    return closeProposal(tx, proposal, "lapsed", proposal.lapsesAt);
  });

export const lapsePlanned = ({ coupleId, plannedId }: { coupleId: CoupleId; plannedId: PlannedId }, now = new Date()) =>
  whenDue(coupleId, async (tx) => {
    const planned = await findPlanned(coupleId, plannedId, tx);
    if (planned?.status !== "planned") return false;
    const at = planned.startsAt.getTime();
    if (at + lapsesAfter > now.getTime()) return false;
    if (!(await settlePlanned(tx, { coupleId, id: plannedId }, { status: "lapsed" }, now))) return false;
    // They may have met by another door at that hour; then there is nothing to say.
    if (!(await hasCheckInSince(coupleId, new Date(at - lapsesAfter), tx))) {
      await listChange({ tx, coupleId, seat: null, now }, "lapsed", { from: at, plannedId });
    }
    return true;
  });

async function whenDue(coupleId: CoupleId, change: (tx: Transaction) => Promise<boolean>): Promise<void> {
  const people = await inTransaction(async (tx) => {
    if (!(await lockCouple(tx, coupleId)) || !(await change(tx))) return [];
    return listPeople(coupleId, tx);
  });
  if (people.length > 0) tell({ type: "homeChanged", personIds: people.map((id) => personIdSchema.parse(id)) });
}
