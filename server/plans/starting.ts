import { randomUUID } from "node:crypto";
import type { Mode } from "@/lib/check-in/events";
import { type CheckInId, checkInIdSchema, commandIdSchema, type PlannedId } from "@/lib/ids";
import { lobbyOf } from "@/lib/plan/lobby";
import type { PlanRefusal } from "@/lib/plan/planning";
import { ok, refuse } from "@/lib/result";
import { findRunning, findRunningWithin, openWithin } from "@/server/check-ins/service";
import type { Partnership } from "@/server/couples/service";
import { sceneOf, unfollowPlanned } from "@/server/plans/follow-ups";
import { inPlan } from "@/server/plans/in-plan";
import { findPlanned, settlePlanned } from "@/server/plans/planned-repository";

export type Started =
  | { ok: true; value: { checkInId: CheckInId } }
  | { ok: false; refusal: PlanRefusal; checkInId?: CheckInId };

/**
 * Opens the planned check-in for both. Of two who press at the same moment both get the same one.
 *
 * @returns `tooEarly` before its lobby opens, unless `early` says that it is meant so (on its day, see `lobbyOf`); `alreadyRunning`
 * with the id of another that runs; `noLongerOpen` for what is not planned any more, or never was
 */
export const startPlanned = async (
  partnership: Partnership,
  { plannedId, early, mode }: { plannedId: PlannedId; early: boolean; mode: Mode },
): Promise<Started> => {
  // Ends what has long been over, so that it stands in nobody's way.
  await findRunning(partnership);
  return inPlan(partnership, async (plan): Promise<Started> => {
    const { tx, now, coupleId } = plan;
    const planned = await findPlanned(coupleId, plannedId, tx);
    if (planned === null) return refuse("noLongerOpen");
    const running = await findRunningWithin(tx, coupleId);
    if (planned.status === "started") {
      return running !== null && running === planned.checkInId ? ok({ checkInId: running }) : refuse("noLongerOpen");
    }
    if (planned.status !== "planned") return refuse("noLongerOpen");
    const lobby = lobbyOf(planned.startsAt.getTime(), now.getTime());
    if (lobby === "later" || (lobby === "early" && !early)) return refuse("tooEarly");
    if (running !== null) return { ok: false, refusal: "alreadyRunning", checkInId: running };
    const asked = { guideId: planned.guideId, mode, commandId: commandIdSchema.parse(randomUUID()) };
    const opened = await openWithin(tx, plan, asked);
    if (!opened.ok) return opened;
    const checkInId = checkInIdSchema.parse(opened.value.checkInId);
    if (!(await settlePlanned(tx, { coupleId, id: plannedId }, { status: "started", checkInId }, now))) {
      return refuse("noLongerOpen");
    }
    await unfollowPlanned(sceneOf(plan), [planned]);
    return ok({ checkInId });
  });
};
