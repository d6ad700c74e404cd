import { z } from "zod";

/** How many days a check-in is kept after its end; null until somebody says otherwise. */
export const keepDaysSchema = z.int().min(1).max(3650).nullable();
export type KeepDays = z.infer<typeof keepDaysSchema>;

/** What is offered, longest first. */
export const keepChoices: readonly KeepDays[] = [null, 1095, 365, 180, 90, 30];

/** Shorter is either's alone, longer takes both. The same is neither. */
export const isShorter = (than: KeepDays, days: KeepDays): boolean => days !== null && (than === null || days < than);
export const isLonger = (than: KeepDays, days: KeepDays): boolean => isShorter(days, than);

/** After a shortening nothing goes for so long, so that the other can export first. */
export const graceHours = 24;
