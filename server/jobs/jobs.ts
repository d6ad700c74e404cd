import { z } from "zod";
import { checkInIdSchema, coupleIdSchema } from "@/lib/ids";

const nothing = z.object({});

/** Every job there is and what it is given: ids and instants, never words. What it does is in `server/jobs/tasks`. */
export const jobs = {
  /** Sends one row of the outbox when its time has come. Key: `notice/NOTICE-ID`. */
  sendNotice: z.object({ noticeId: z.uuid() }),
  /** Gives notices that a dead worker left behind to another; every minute, and when a worker starts. */
  sweepNotices: nothing,
  /** Ends a break that nobody came back from. Key: `lapseBreak/CHECK-IN-ID`. */
  lapseBreak: z.object({ coupleId: coupleIdSchema, checkInId: checkInIdSchema }),
  /** Plans the occurrences of rhythms for the coming weeks; daily. */
  makeOccurrences: nothing,
  /** Erases what was kept for long enough; nightly. */
  eraseExpired: nothing,
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>;
