import type { Prisma } from "@/prisma/generated/client";
import { pool } from "@/server/database/client";

/** Statements that are kept together or not at all. Opaque to services. */
export type Transaction = Prisma.TransactionClient;

type NewJob = { name: string; payload: object; runAt: Date | null; key: string | null; maxAttempts: number };

/** A job by the same key that has not begun yet is replaced. One that has begun goes on, and this one comes after it. */
export async function insertJob(tx: Transaction, { name, payload, runAt, key, maxAttempts }: NewJob): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM graphile_worker.add_job(
      ${name}::text, ${JSON.stringify(payload)}::json,
      run_at := ${runAt}::timestamptz, max_attempts := ${maxAttempts}::int, job_key := ${key}::text)`;
}

/** Nothing happens when there is none by this key, or it has begun. */
export async function deleteJob(tx: Transaction, key: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM graphile_worker.remove_job(${key}::text)`;
}

/** What graphile-worker works on: it takes its own connections from the pool that everything else uses. */
export const workerPool = () => pool();
