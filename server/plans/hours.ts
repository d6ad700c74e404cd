import type { PersonId } from "@/lib/ids";
import type { UsualHours } from "@/lib/plan/hours";
import type { PlanRefusal } from "@/lib/plan/planning";
import { type Result, refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";

/** Epoch ms. */
export type OverlapDay = { date: string; spans: readonly { from: number; until: number }[] };

export async function saveHours(_: PersonId, __: UsualHours): Promise<Result<null, PlanRefusal>> {
  return refuse("unavailable");
}
export async function findOverlap(
  _: Partnership,
  __: { minutes: number },
): Promise<Result<{ days: readonly OverlapDay[] }, PlanRefusal>> {
  return refuse("unavailable");
}
