import type { z } from "zod";
import { type JobName, jobs } from "@/server/jobs/jobs";
import { eraseExpired } from "@/server/keeping/erasing";
import { log } from "@/server/log";
import { lapseBreak, rememberBreaks } from "@/server/notices/breaks";
import { sendNotice } from "@/server/notices/send";
import { sweepNotices } from "@/server/notices/service";
import { tellTurn } from "@/server/notices/turns";
import { lapsePlanned, lapseProposal } from "@/server/plans/due";
import { makeAllOccurrences } from "@/server/plans/making";

export type TaskOptions = {
  /** How long a worker's claim on a notice counts, ms. */
  deadAfter: number;
};

type Task = (payload: unknown) => Promise<void>;

/**
 * What each job does, as graphile-worker calls it. A service may be asked for the same twice: a worker that died in the middle is
 * followed by another.
 */
export const tasksOf = ({ deadAfter }: TaskOptions): Readonly<Record<JobName, Task>> => ({
  sendNotice: task("sendNotice", jobs.sendNotice, ({ noticeId }) => sendNotice(noticeId, deadAfter)),
  sweepNotices: task("sweepNotices", jobs.sweepNotices, () => sweepNotices(deadAfter)),
  awaitTurn: task("awaitTurn", jobs.awaitTurn, tellTurn),
  sweepBreaks: task("sweepBreaks", jobs.sweepBreaks, rememberBreaks),
  lapseBreak: task("lapseBreak", jobs.lapseBreak, ({ coupleId, checkInId }) => lapseBreak(coupleId, checkInId)),
  lapseProposal: task("lapseProposal", jobs.lapseProposal, (payload) => lapseProposal(payload)),
  lapsePlanned: task("lapsePlanned", jobs.lapsePlanned, (payload) => lapsePlanned(payload)),
  makeOccurrences: task("makeOccurrences", jobs.makeOccurrences, () => makeAllOccurrences()),
  eraseExpired: task("eraseExpired", jobs.eraseExpired, async () => void (await eraseExpired())),
});

/** What comes round by itself; graphile-worker's crontab, in UTC. */
export const crontab = [
  "* * * * * sweepNotices",
  "17 * * * * sweepBreaks",
  "11 2 * * * makeOccurrences",
  "31 3 * * * eraseExpired",
].join("\n");

/** The payload lies in the database and may be of another version of this program. */
function task<S extends z.ZodType>(job: JobName, schema: S, work: (payload: z.output<S>) => Promise<void>): Task {
  return async (payload) => {
    const began = performance.now();
    const parsed = schema.safeParse(payload);
    // Trying again would not mend it.
    if (!parsed.success) return void log.error({ job }, "a job was given what it can't read, and is dropped");
    try {
      await work(parsed.data);
      log.debug({ job, ms: Math.round(performance.now() - began) }, "a job was done");
    } catch (err) {
      log.error({ err, job }, "a job broke and is tried again later");
      throw err;
    }
  };
}
