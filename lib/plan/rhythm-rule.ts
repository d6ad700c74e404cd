import { z } from "zod";
import { wallDateSchema, wallTimeSchema } from "@/lib/plan/wall-time";

/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export const weekdaySchema = z.int().min(1).max(7);

const weekdays = z
  .array(weekdaySchema)
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length, { error: "sameDayTwice" });

/**
 * When a rhythm comes round, in wall time of its anchor zone, until further notice. `from`: no occurrence lies before this day;
 * for every other week it also says which weeks.
 */
export const rhythmRuleSchema = z.discriminatedUnion("every", [
  z.strictObject({ every: z.literal("week"), weekdays, at: wallTimeSchema, from: wallDateSchema }),
  z.strictObject({ every: z.literal("otherWeek"), weekdays, at: wallTimeSchema, from: wallDateSchema }),
  /** The first to fourth, or the last (-1), of a weekday in the month. */
  z.strictObject({
    every: z.literal("month"),
    nth: z.literal([1, 2, 3, 4, -1]),
    weekday: weekdaySchema,
    at: wallTimeSchema,
    from: wallDateSchema,
  }),
]);
export type RhythmRule = z.infer<typeof rhythmRuleSchema>;
