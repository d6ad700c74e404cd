import type { RhythmId } from "@/lib/ids";
import type { MovePlanned, OfferRhythm, PlanRefusal } from "@/lib/plan/planning";
import { type Result, refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";

type Offered = Result<{ rhythmId: RhythmId }, PlanRefusal>;
type Done = Result<null, PlanRefusal>;
type Named = { rhythmId: RhythmId };

export async function offerRhythm(_: Partnership, __: OfferRhythm): Promise<Offered> {
  return refuse("unavailable");
}
export async function offerFollowing(_: Partnership, __: MovePlanned & Named): Promise<Offered> {
  return refuse("unavailable");
}
export async function agreeRhythm(_: Partnership, __: Named): Promise<Done> {
  return refuse("unavailable");
}
export async function declineRhythm(_: Partnership, __: Named): Promise<Done> {
  return refuse("unavailable");
}
export async function endRhythm(_: Partnership, __: Named): Promise<Done> {
  return refuse("unavailable");
}
