import { randomUUID } from "node:crypto";
import { type CheckInId, checkInIdSchema, commandIdSchema } from "@/lib/ids";
import type { PlanRefusal } from "@/lib/plan/planning";
import { ok, type Result, refuse } from "@/lib/result";
import { endUnbegun } from "@/server/check-ins/ending";
import { openWithin } from "@/server/check-ins/service";
import type { Partnership } from "@/server/couples/service";
import { inPlan } from "@/server/plans/in-plan";
import { changePlanned, findPlannedOf } from "@/server/plans/planned-repository";

/**
 * The other one is late: what waits in its lobby ends unbegun, and one to write opens in its place, in which each takes a turn
 * when they can. What was planned for it goes along.
 *
 * @returns `noLongerOpen` where somebody has begun, or for what is not this couple's to end
 */
export const writeInstead = (
  partnership: Partnership,
  { checkInId }: { checkInId: CheckInId },
): Promise<Result<{ checkInId: CheckInId }, PlanRefusal>> =>
  inPlan(partnership, async (plan): Promise<Result<{ checkInId: CheckInId }, PlanRefusal>> => {
    const { tx, now, coupleId } = plan;
    const ended = await endUnbegun(tx, plan, checkInId, now);
    if (ended === null) return refuse("noLongerOpen");
    plan.ended.push(ended);
    const commandId = commandIdSchema.parse(randomUUID());
    const opened = await openWithin(tx, plan, { guideId: ended.guide.id, mode: "written", commandId });
    if (!opened.ok) return opened;
    const written = checkInIdSchema.parse(opened.value.checkInId);
    const planned = await findPlannedOf(coupleId, checkInId);
    if (planned) await changePlanned(tx, planned, { status: "started", checkInId: written }, now);
    return ok({ checkInId: written });
  });
