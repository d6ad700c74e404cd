import { pool, prisma } from "@/server/database/client";
import type { Transaction } from "@/server/database/transaction";

export type { Transaction } from "@/server/database/transaction";

type NewJob = { name: string; payload: object; runAt: Date | null; key: string | null; maxAttempts: number };

/**
 * In one statement, however many. A job by the same key that has not begun yet is replaced; one that has begun goes on, and the new
 * one comes after it.
 */
export async function insertJobs(tx: Transaction, jobs: readonly NewJob[]): Promise<void> {
  const rows = JSON.stringify(jobs.map((job) => ({ ...job, runAt: job.runAt?.toISOString() ?? null })));
  await tx.$executeRaw`
    SELECT FROM graphile_worker.add_jobs(ARRAY(
      SELECT (j."name", j."payload", NULL, j."runAt", j."maxAttempts", j."key", NULL, NULL)::graphile_worker.job_spec
      FROM json_to_recordset(${rows}::json) AS j(
        "name" text, "payload" json, "runAt" timestamptz, "maxAttempts" smallint, "key" text
      )
    ))`;
}

/** Nothing happens where there is none by a key, or it has begun. */
export async function deleteJobs(tx: Transaction, keys: readonly string[]): Promise<void> {
  const rows = JSON.stringify(keys);
  await tx.$executeRaw`
    SELECT graphile_worker.remove_job(k.key) FROM json_array_elements_text(${rows}::json) AS k(key)`;
}

/** What graphile-worker works on: it takes its own connections from the pool that everything else uses. */
export const workerPool = () => pool();

/** For a job that nothing else is written with. */
export const oneConnection = (): Transaction => prisma();
