import { z } from "zod";
import { zoneSchema } from "@/lib/plan/zone";

/**
 * When somebody is usually free: for each weekday (Monday first) up to six stretches `[from, until)` in minutes after midnight of
 * their own wall clock, 1440 being the day's end. One across midnight is two. They may come in any order and are given back in
 * order. Refused by name: `endBeforeStart`, `overlapping`, `tooManyStretches`.
 */
const stretchSchema = z
  .tuple([z.int().min(0).max(1440), z.int().min(0).max(1440)])
  .refine(([from, until]) => from < until, { error: "endBeforeStart" });

const daySchema = z
  .array(stretchSchema)
  .max(6, { error: "tooManyStretches" })
  .transform((stretches) => [...stretches].sort(([a], [b]) => a - b))
  .refine((stretches) => stretches.every(([from], i) => from >= (stretches[i - 1]?.[1] ?? 0)), {
    error: "overlapping",
  });

export const usualHoursSchema = z.strictObject({
  zone: zoneSchema,
  days: z.array(daySchema).length(7),
});
export type UsualHours = z.infer<typeof usualHoursSchema>;
