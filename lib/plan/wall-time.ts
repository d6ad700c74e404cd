import { z } from "zod";
import { zoneSchema } from "@/lib/plan/zone";

/** A day in a calendar on a wall: 2026-11-29, without a zone. The years are those in which a plan can lie. */
export const wallDateSchema = z.iso.date().refine((date) => date >= "2000-01-01" && date < "2200-01-01");
/** What a clock on a wall shows: 19:30. */
export const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * A moment as people say it. Where a clock change makes the time come twice, `which` says which one is meant; without it such a
 * time is refused by name, and so is one that a clock change leaves out.
 */
export const wallMomentSchema = z.strictObject({
  date: wallDateSchema,
  time: wallTimeSchema,
  zone: zoneSchema,
  which: z.enum(["first", "second"]).optional(),
});
export type WallMoment = z.infer<typeof wallMomentSchema>;
