import { z } from "zod";
import type { PersonId } from "@/lib/ids";
import type { PlanRefusal } from "@/lib/plan/planning";
import { weekdaySchema } from "@/lib/plan/rhythm-rule";
import { wallTimeSchema } from "@/lib/plan/wall-time";
import { zoneSchema } from "@/lib/plan/zone";
import { type Result, refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";

const spanSchema = z.strictObject({ weekday: weekdaySchema, from: wallTimeSchema, until: wallTimeSchema });
export const saveHoursSchema = z.strictObject({ zone: zoneSchema, hours: z.array(spanSchema).max(42) });
export type SaveHours = z.infer<typeof saveHoursSchema>;

/** Epoch ms. */
export type OverlapDay = { date: string; spans: readonly { from: number; until: number }[] };

export async function saveHours(_: PersonId, __: SaveHours): Promise<Result<null, PlanRefusal>> {
  return refuse("unavailable");
}
export async function findOverlap(
  _: Partnership,
  __: { minutes: number },
): Promise<Result<{ days: readonly OverlapDay[] }, PlanRefusal>> {
  return refuse("unavailable");
}
