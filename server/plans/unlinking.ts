import type { CoupleId } from "@/lib/ids";
import { removeJob } from "@/server/jobs/queue";
import { dropNotices } from "@/server/notices/service";
import { calendarsForget, proposalKeyOf, toPeople, unfollowPlanned } from "@/server/plans/follow-ups";
import { cancelPlanned } from "@/server/plans/planned-repository";
import { closeProposal, findOpenProposal } from "@/server/plans/proposals-repository";
import { listPeople, type Transaction } from "@/server/plans/repository";
import { endRhythmRow, findActive, findOffered } from "@/server/plans/rhythms-repository";

/**
 * Ends all that is planned, in the transaction that ends the couple; call it after the couple's row was changed. What both
 * calendars had from us is taken out of them.
 */
export async function endPlansForUnlink(tx: Transaction, coupleId: CoupleId, now: Date): Promise<void> {
  const scene = { tx, coupleId, now, people: toPeople(await listPeople(coupleId, tx)) };
  const open = await findOpenProposal(coupleId, tx);
  if (open && (await closeProposal(tx, open, "withdrawn", now))) {
    await removeJob(tx, proposalKeyOf(open.id));
    await dropNotices(tx, { coupleId, subjectPrefix: `proposal/${open.id}` });
  }
  for (const rhythm of [await findOffered(coupleId, tx), await findActive(coupleId, tx)]) {
    if (rhythm) await endRhythmRow(tx, rhythm, now);
  }
  const cancelled = await cancelPlanned(tx, coupleId, "all", now);
  await unfollowPlanned(scene, cancelled);
  await calendarsForget(scene, cancelled);
}
