import type { z } from "zod";
import type { keepDaysSchema } from "@/lib/keeping/keep-days-schema";

export type KeepDays = z.infer<typeof keepDaysSchema>;

/** What is offered, longest first. */
export const keepChoices: readonly KeepDays[] = [null, 1095, 365, 180, 90, 30];

/** Shorter is either's alone, longer takes both. The same is neither. */
export const isShorter = (than: KeepDays, days: KeepDays): boolean => days !== null && (than === null || days < than);
export const isLonger = (than: KeepDays, days: KeepDays): boolean => isShorter(days, than);

/** After a shortening nothing goes for so long, so that the other can export first. */
export const graceHours = 24;
