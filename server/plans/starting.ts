import type { Mode } from "@/lib/check-in/events";
import type { CheckInId, PlannedId } from "@/lib/ids";
import type { PlanRefusal } from "@/lib/plan/planning";
import { refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";

export type Started =
  | { ok: true; value: { checkInId: CheckInId } }
  | { ok: false; refusal: PlanRefusal; checkInId?: CheckInId };

export async function startPlanned(
  _: Partnership,
  __: { plannedId: PlannedId; early: boolean; mode: Mode },
): Promise<Started> {
  return refuse("unavailable");
}
