import { type JobName, type JobPayload, jobs } from "@/server/jobs/jobs";
import { deleteJobs, insertJobs, type Transaction } from "@/server/jobs/repository";

export { oneConnection, type Transaction } from "@/server/jobs/repository";

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
export const addJob = <Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayload<Name>,
  when: When = {},
): Promise<void> => addJobs(tx, name, [{ payload, ...when }]);

/** Many of one name, in one statement. */
export async function addJobs<Name extends JobName>(
  tx: Transaction,
  name: Name,
  many: readonly (When & { payload: JobPayload<Name> })[],
): Promise<void> {
  if (many.length === 0) return;
  const rows = many.map(({ payload, runAt, key }) => ({
    name,
    payload: jobs[name].parse(payload),
    maxAttempts: mostTries,
    runAt: runAt ?? null,
    key: key ?? null,
  }));
  await insertJobs(tx, rows);
}

/** Takes a job back that has not begun. */
export const removeJob = (tx: Transaction, key: string): Promise<void> => deleteJobs(tx, [key]);

export const removeJobs = async (tx: Transaction, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await deleteJobs(tx, keys);
};
