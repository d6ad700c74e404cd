import { checkInIdSchema, type PlannedId } from "@/lib/ids";
import type { MovePlanned, PlanRefusal } from "@/lib/plan/planning";
import { checkTimes } from "@/lib/plan/propose-rules";
import { ok, type Result, refuse } from "@/lib/result";
import { endUnbegun } from "@/server/check-ins/ending";
import type { Partnership } from "@/server/couples/service";
import { dropNotices } from "@/server/notices/service";
import { listChange } from "@/server/plans/changes";
import { calendarsForget, followPlanned, sceneOf, tellOne, unfollowPlanned } from "@/server/plans/follow-ups";
import { inPlan, type Plan } from "@/server/plans/in-plan";
import * as repository from "@/server/plans/planned-repository";
import { findActive } from "@/server/plans/rhythms-repository";

type Seen = { plannedId: PlannedId; sequence: number };
type Changed = Result<{ sequence: number }, PlanRefusal>;

/**
 * Moves one, and this one alone. One that was left out comes back by it, at its old time too. Where its lobby was opened and
 * nobody has begun, that check-in ends unbegun. The same move again answers alike.
 *
 * @returns `noLongerOpen` for what is not planned any more, has begun, or never was; `changedMeanwhile`; of the time what
 * `checkTimes` says
 */
export const movePlanned = (partnership: Partnership, { plannedId, sequence, to }: MovePlanned): Promise<Changed> =>
  inPlan(partnership, async (plan): Promise<Changed> => {
    const { tx, now, coupleId } = plan;
    const found = await repository.findPlanned(coupleId, plannedId, tx);
    if (found === null) return refuse("noLongerOpen");
    const times = checkTimes([to], now.getTime());
    const [time] = times.ok ? times.value : [];
    const isThere = found.status === "planned" && found.startsAt.getTime() === time;
    if (isThere && [sequence, sequence + 1].includes(found.sequence)) return ok({ sequence: found.sequence });
    const open = (await mayComeBack(plan, found)) ? seenAs(found, sequence) : await openToChange(plan, found, sequence);
    if (!open.ok) return open;
    if (!times.ok) return times;
    const startsAt = new Date(time ?? 0);
    const change = { startsAt, status: "planned", checkInId: null } as const;
    const moved = await repository.changePlanned(tx, found, change, now);
    if (moved === null) return refuse("changedMeanwhile");
    await unfollowPlanned(sceneOf(plan), [found]);
    await followPlanned(sceneOf(plan), [moved]);
    const detail = { from: found.startsAt.getTime(), to: startsAt.getTime() };
    await listChange(plan, "moved", { ...detail, plannedId });
    await forget(plan, found.id);
    await tellOne(sceneOf(plan), {
      personId: plan.other.personId,
      kind: "plannedMoved",
      subject: `planned/${plannedId}/${moved.sequence}`,
      detail: { ...detail, plannedId, sequence: moved.sequence },
    });
    return ok({ sequence: moved.sequence });
  });

/**
 * Leaves one out, and this one alone; its rhythm goes on. The same again answers alike.
 *
 * @returns as `movePlanned`
 */
export const skipPlanned = (partnership: Partnership, { plannedId, sequence }: Seen): Promise<Changed> =>
  inPlan(partnership, async (plan): Promise<Changed> => {
    const { tx, now, coupleId } = plan;
    const found = await repository.findPlanned(coupleId, plannedId, tx);
    if (found === null) return refuse("noLongerOpen");
    const status = found.rhythmId === null ? "cancelled" : "skipped";
    if (found.status === status && found.sequence === sequence + 1) return ok({ sequence: found.sequence });
    const open = await openToChange(plan, found, sequence);
    if (!open.ok) return open;
    const skipped = await repository.changePlanned(tx, found, { status }, now);
    if (skipped === null) return refuse("changedMeanwhile");
    await unfollowPlanned(sceneOf(plan), [found]);
    await calendarsForget(sceneOf(plan), [skipped]);
    const startsAt = found.startsAt.getTime();
    await listChange(plan, "skipped", { from: startsAt, plannedId });
    await forget(plan, found.id);
    await tellOne(sceneOf(plan), {
      personId: plan.other.personId,
      kind: "plannedSkipped",
      subject: `planned/${plannedId}/${skipped.sequence}`,
      detail: { plannedId, sequence: skipped.sequence, startsAt },
    });
    return ok({ sequence: skipped.sequence });
  });

/** What was left out comes back by a move, as long as its rhythm holds. */
async function mayComeBack({ tx, coupleId }: Plan, { status, rhythmId }: repository.PlannedRow): Promise<boolean> {
  if (rhythmId === null) return status === "cancelled";
  return status === "skipped" && (await findActive(coupleId, tx))?.id === rhythmId;
}

const seenAs = (found: repository.PlannedRow, sequence: number) =>
  found.sequence === sequence ? ok(null) : refuse("changedMeanwhile");

/** Still planned as it was seen, or in a lobby where nobody has begun, which ends by this. */
async function openToChange(
  plan: Plan,
  found: repository.PlannedRow,
  sequence: number,
): Promise<Result<null, "noLongerOpen" | "changedMeanwhile">> {
  if (found.status !== "planned" && found.status !== "started") return refuse("noLongerOpen");
  if (found.sequence !== sequence) return refuse("changedMeanwhile");
  if (found.status === "planned") return ok(null);
  const ended = await endUnbegun(plan.tx, plan, checkInIdSchema.parse(found.checkInId), plan.now);
  if (ended === null) return refuse("noLongerOpen");
  plan.ended.push(ended);
  return ok(null);
}

/** What an earlier change said is no longer so. */
const forget = ({ tx, coupleId }: Plan, id: string) => dropNotices(tx, { coupleId, subjectPrefix: `planned/${id}/` });
