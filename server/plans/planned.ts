import type { PlannedId } from "@/lib/ids";
import type { PlanRefusal } from "@/lib/plan/planning";
import type { WallMoment } from "@/lib/plan/wall-time";
import { type Result, refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";

type Seen = { plannedId: PlannedId; sequence: number };
type Changed = Result<{ sequence: number }, PlanRefusal>;

export async function movePlanned(_: Partnership, __: Seen & { to: WallMoment }): Promise<Changed> {
  return refuse("unavailable");
}
export async function skipPlanned(_: Partnership, __: Seen): Promise<Changed> {
  return refuse("unavailable");
}
