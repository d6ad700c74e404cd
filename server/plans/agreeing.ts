import type { RhythmId } from "@/lib/ids";
import type { PlanRefusal } from "@/lib/plan/planning";
import { ok, type Result, refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";
import { dropNotices } from "@/server/notices/service";
import { listChange } from "@/server/plans/changes";
import { addDays, fromDay, toDay } from "@/server/plans/dates";
import { calendarsForget, sceneOf, tellOne, unfollowPlanned } from "@/server/plans/follow-ups";
import { inPlan, type Plan } from "@/server/plans/in-plan";
import { makeOccurrences, ruleOf } from "@/server/plans/making";
import { cancelPlanned } from "@/server/plans/planned-repository";
import * as repository from "@/server/plans/rhythms-repository";

type Done = Result<null, PlanRefusal>;
type Named = { rhythmId: RhythmId };

/**
 * The other's yes: the rhythm holds from now on, and the one before it ends where this one begins. Again is fine.
 *
 * @returns `noLongerOpen` for what was taken back, has ended, or never was; `notYours` for one's own offer
 */
export const agreeRhythm = (partnership: Partnership, { rhythmId }: Named): Promise<Done> =>
  inPlan(partnership, async (plan): Promise<Done> => {
    const { tx, coupleId, now } = plan;
    const rhythm = await repository.findRhythm(tx, coupleId, rhythmId);
    if (rhythm === null) return refuse("noLongerOpen");
    if (rhythm.seat === plan.seat) return refuse("notYours");
    if (rhythm.activeCoupleId !== null) return ok(null);
    if (rhythm.offeredCoupleId === null) return refuse("noLongerOpen");
    const rule = ruleOf(rhythm);
    const before = await repository.findActive(coupleId, tx);
    if (before) await giveWay(plan, before, rhythm.replacesFrom ?? toDay(rule.from));
    if (!(await repository.activate(tx, rhythm, now))) return refuse("noLongerOpen");
    await makeOccurrences(sceneOf(plan), rhythm);
    await listChange(plan, "rhythmAgreed", { rule, zone: rhythm.zone });
    await dropNotices(tx, { coupleId, subjectPrefix: `rhythm/${rhythmId}` });
    await tellOne(sceneOf(plan), {
      personId: plan.other.personId,
      kind: "rhythmAgreed",
      subject: `rhythmAgreed/${rhythmId}`,
      detail: { rhythmId },
    });
    return ok(null);
  });

/** Up to the day on which the next one begins, the rhythm before it goes on. */
async function giveWay(plan: Plan, before: repository.RhythmRow, from: Date): Promise<void> {
  await makeOccurrences(sceneOf(plan), before, addDays(fromDay(from), -1));
  await end(plan, before, from);
}

/**
 * Ends the rhythm that holds, by either alone; what it had planned is called off. Again is fine.
 *
 * @returns `noLongerOpen` for what was never agreed, or never was
 */
export const endRhythm = (partnership: Partnership, { rhythmId }: Named): Promise<Done> =>
  inPlan(partnership, async (plan): Promise<Done> => {
    const rhythm = await repository.findRhythm(plan.tx, plan.coupleId, rhythmId);
    if (rhythm === null || rhythm.agreedAt === null) return refuse("noLongerOpen");
    if (rhythm.activeCoupleId === null) return ok(null);
    await end(plan, rhythm, null);
    await listChange(plan, "rhythmEnded", { rule: ruleOf(rhythm), zone: rhythm.zone });
    await tellOne(sceneOf(plan), {
      personId: plan.other.personId,
      kind: "rhythmEnded",
      subject: `rhythmEnded/${rhythmId}`,
      detail: { rhythmId },
    });
    return ok(null);
  });

async function end(plan: Plan, rhythm: repository.RhythmRow, fromSlot: Date | null): Promise<void> {
  const { tx, coupleId, now } = plan;
  await repository.endRhythmRow(tx, rhythm, now);
  const cancelled = await cancelPlanned(tx, coupleId, { rhythmId: rhythm.id, fromSlot }, now);
  await unfollowPlanned(sceneOf(plan), cancelled);
  await calendarsForget(sceneOf(plan), cancelled);
}
