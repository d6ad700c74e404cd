import { listGuides } from "@/lib/guides/find-guide";
import type { RhythmId } from "@/lib/ids";
import { wallOf } from "@/lib/plan/moment-of";
import { nextAfter } from "@/lib/plan/occurrences";
import type { MovePlanned, OfferRhythm, PlanRefusal } from "@/lib/plan/planning";
import { checkTimes, farthestAhead } from "@/lib/plan/propose-rules";
import { ruleFrom } from "@/lib/plan/rule-from";
import { ok, type Result, refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";
import { dropNotices } from "@/server/notices/service";
import { addDays, fromDay } from "@/server/plans/dates";
import { sceneOf, tellOne } from "@/server/plans/follow-ups";
import { inPlan, type Plan } from "@/server/plans/in-plan";
import { madeAheadDays, ruleOf } from "@/server/plans/making";
import { findPlanned } from "@/server/plans/planned-repository";
import * as repository from "@/server/plans/rhythms-repository";

type Offered = Result<{ rhythmId: RhythmId }, PlanRefusal>;

/**
 * Offers a rhythm; while one holds, it is an offer to put another in its place. One's own earlier offer gives way. The same
 * `rhythmId` again answers alike.
 *
 * @returns `oneIsOpen` while the other's offer waits for an answer; `rhythmStands` for exactly what holds already;
 * `tooFarAhead` where it does not come round within a year, or would take another's place later than eight weeks from now
 */
export const offerRhythm = (partnership: Partnership, input: OfferRhythm): Promise<Offered> =>
  inPlan(partnership, (plan) => offer(plan, input, null));

/**
 * "This and following": offers a rhythm that begins with one occurrence of the present one, at another time. The present one
 * goes on until the other has agreed.
 *
 * @returns `noLongerOpen` for what is not planned, or by no rhythm that holds; `passesAnother`, see `ruleFrom`
 */
export const offerFollowing = (
  partnership: Partnership,
  { rhythmId, plannedId, sequence, to }: MovePlanned & { rhythmId: RhythmId },
): Promise<Offered> =>
  inPlan(partnership, async (plan): Promise<Offered> => {
    const { tx, coupleId, now } = plan;
    const known = await repository.findRhythm(tx, coupleId, rhythmId);
    if (known) return known.seat === plan.seat ? ok({ rhythmId }) : refuse("invalid");
    const planned = await findPlanned(coupleId, plannedId, tx);
    const active = await repository.findActive(coupleId, tx);
    if (planned?.status !== "planned" || !planned.slot || planned.rhythmId === null) return refuse("noLongerOpen");
    if (active?.id !== planned.rhythmId) return refuse("noLongerOpen");
    if (planned.sequence !== sequence) return refuse("changedMeanwhile");
    const times = checkTimes([to], now.getTime());
    if (!times.ok) return times;
    const wall = wallOf(times.value[0] ?? 0, active.zone);
    const rule = ruleFrom(ruleOf(active), fromDay(planned.slot), { on: wall.date, at: wall.time });
    if (!rule.ok) return refuse(rule.refusal === "passesAnother" ? "passesAnother" : "noLongerOpen");
    const { guideId, minutes, zone } = active;
    return offer(plan, { rhythmId, guideId, minutes, zone, rule: rule.value }, planned.slot);
  });

/** @param replacesFrom the slot from which on it takes the present one's place; null: its own first day */
async function offer(
  plan: Plan,
  { rhythmId, rule, ...rhythm }: OfferRhythm,
  replacesFrom: Date | null,
): Promise<Offered> {
  const { tx, now, coupleId, seat } = plan;
  const known = await repository.findRhythm(tx, coupleId, rhythmId);
  if (known) return known.seat === seat ? ok({ rhythmId }) : refuse("invalid");
  if (!listGuides().some(({ id }) => id === rhythm.guideId)) return refuse("invalid");
  const first = nextAfter(rule, rhythm.zone, now.getTime());
  if (!first.ok) return first;
  if (first.value === null || first.value.startsAt > now.getTime() + farthestAhead) return refuse("tooFarAhead");
  const active = await repository.findActive(coupleId, tx);
  if (active && isSame(active, { rule, ...rhythm })) return refuse("rhythmStands");
  // Up to there the present one is planned, and goes on.
  const today = wallOf(now.getTime(), rhythm.zone).date;
  if (active && rule.from > addDays(today, madeAheadDays)) return refuse("tooFarAhead");
  const before = await repository.findOffered(coupleId, tx);
  if (before && before.seat !== seat) return refuse("oneIsOpen");
  if (before) await takeAway(plan, before);
  const isNew = await repository.insertOffered(tx, {
    id: rhythmId,
    coupleId,
    seat,
    ...rhythm,
    rule,
    replacesFrom,
    createdAt: now,
  });
  if (!isNew) return refuse("invalid");
  await tellOne(sceneOf(plan), {
    personId: plan.other.personId,
    kind: "rhythmOffered",
    subject: `rhythm/${rhythmId}`,
    detail: { rhythmId },
  });
  return ok({ rhythmId });
}

/** Whether an offer would change anything. */
function isSame(active: repository.RhythmRow, offered: Omit<OfferRhythm, "rhythmId">): boolean {
  const { from: _, ...rule } = ruleOf(active);
  const { from: __, ...other } = offered.rule;
  const { guideId, minutes, zone } = active;
  const asText = (parts: object) => JSON.stringify(Object.entries(parts).sort());
  return (
    // Which weeks "every other week" means hangs on its first day.
    offered.rule.every !== "otherWeek" &&
    asText({ ...rule, guideId, minutes, zone }) ===
      asText({ ...other, guideId: offered.guideId, minutes: offered.minutes, zone: offered.zone })
  );
}

/** A "no" by the other, or a taking back by who offered it. Again is fine. */
export const declineRhythm = (
  partnership: Partnership,
  { rhythmId }: { rhythmId: RhythmId },
): Promise<Result<null, PlanRefusal>> =>
  inPlan(partnership, async (plan): Promise<Result<null, PlanRefusal>> => {
    const rhythm = await repository.findRhythm(plan.tx, plan.coupleId, rhythmId);
    if (rhythm === null || rhythm.agreedAt !== null) return refuse("noLongerOpen");
    if (rhythm.offeredCoupleId !== null) await takeAway(plan, rhythm);
    return ok(null);
  });

async function takeAway({ tx, coupleId, now }: Plan, rhythm: repository.RhythmRow): Promise<void> {
  await repository.endRhythmRow(tx, rhythm, now);
  await dropNotices(tx, { coupleId, subjectPrefix: `rhythm/${rhythm.id}` });
}
