import { z } from "zod";
import { checkInIdSchema, coupleIdSchema, plannedIdSchema, proposalIdSchema, seatSchema } from "@/lib/ids";

const nothing = z.object({});

/** Every job there is and what it is given: ids and instants, never words. What it does is in `server/jobs/tasks`. */
export const jobs = {
  /** Sends one row of the outbox when its time has come. Key: `notice/NOTICE-ID`. */
  sendNotice: z.object({ noticeId: z.uuid() }),
  /** Gives notices that a dead worker left behind to another; every minute, and when a worker starts. */
  sweepNotices: nothing,
  /** A running check-in waits for one who is not there. Key: `yourTurn/CHECK-IN-ID/SEAT`. */
  awaitTurn: z.object({ coupleId: coupleIdSchema, checkInId: checkInIdSchema, seat: seatSchema, step: z.int() }),
  /** Breaks whose end nobody was going to be told of, because the server died in between; hourly. */
  sweepBreaks: nothing,
  /** Ends a break that nobody came back from. Key: `lapseBreak/CHECK-IN-ID`. */
  lapseBreak: z.object({ coupleId: coupleIdSchema, checkInId: checkInIdSchema }),
  /** Lets a proposal go that nobody answered. Key: `lapseProposal/PROPOSAL-ID`. */
  lapseProposal: z.object({ coupleId: coupleIdSchema, proposalId: proposalIdSchema }),
  /** Lets a planned check-in go that nobody came to. Key: `lapsePlanned/PLANNED-ID`. */
  lapsePlanned: z.object({ coupleId: coupleIdSchema, plannedId: plannedIdSchema }),
  /** Plans the occurrences of rhythms for the coming weeks; daily. */
  makeOccurrences: nothing,
  /** Erases what was kept for long enough; nightly. */
  eraseExpired: nothing,
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>;
