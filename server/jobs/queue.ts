import { type JobName, type JobPayload, jobs } from "@/server/jobs/jobs";
import { deleteJob, insertJob, type Transaction } from "@/server/jobs/repository";

export type { Transaction } from "@/server/jobs/repository";

/** With graphile-worker's growing waits, about nine hours from the first try to the last. */
const mostTries = 10;

type When = {
  /** Default: as soon as the transaction is committed. */
  runAt?: Date;
  /** Names the job, so that another by the same key takes its place while it waits. */
  key?: string;
};

/**
 * Leaves a job behind in the very transaction that causes it: both are there afterwards, or neither.
 *
 * @throws when the payload is none of this job's, before anything is written
 */
export async function addJob<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayload<Name>,
  { runAt, key }: When = {},
): Promise<void> {
  const parsed = jobs[name].parse(payload);
  await insertJob(tx, { name, payload: parsed, runAt: runAt ?? null, key: key ?? null, maxAttempts: mostTries });
}

/** Takes a job back that has not begun. */
export const removeJob = (tx: Transaction, key: string): Promise<void> => deleteJob(tx, key);
