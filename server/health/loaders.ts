import "server-only";
import { checkDatabase } from "@/server/health/repository";
import { type WorkerState, workerState } from "@/server/jobs/worker-state";

/** A worker that is down is told and keeps nobody away: what it has to do waits in the database. */
export type Readiness = { ready: boolean; database: boolean; migrations: boolean; worker: WorkerState };

/** Whether this node can serve people now. Never throws: not being ready is an answer. */
export async function loadReadiness(): Promise<Readiness> {
  const checks = await checkDatabase();
  return { ready: checks.database && checks.migrations, ...checks, worker: workerState() };
}
