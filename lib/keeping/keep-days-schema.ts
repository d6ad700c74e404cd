import { z } from "zod";

/** How many days a check-in is kept after its end; null until somebody says otherwise. */
export const keepDaysSchema = z.int().min(1).max(3650).nullable();
