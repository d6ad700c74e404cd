import { z } from "zod";

const statuses = ["lobby", "inProgress", "onBreak", "closing", "completed", "endedEarly"] as const;

/** A line of the list: what the server knows of a check-in that has ended, and nothing of who. Instants in epoch ms. */
export const lineSchema = z.object({
  checkInId: z.string(),
  guideId: z.string(),
  title: z.string(),
  status: z.enum(statuses),
  openedAt: z.number(),
  endedAt: z.number().nullable(),
  tookAPause: z.boolean(),
});
export type Line = z.infer<typeof lineSchema>;

/** `next`: the cursor of the page after this one; null at the beginning of it all. */
export const linesPageSchema = z.object({ checkIns: z.array(lineSchema), next: z.string().nullable() });
export type LinesPage = z.infer<typeof linesPageSchema>;
