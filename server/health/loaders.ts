import "server-only";
import { checkDatabase } from "@/server/health/repository";

export type Readiness = { ready: boolean; database: boolean; migrations: boolean };

/** Whether this node can serve people now. Never throws: not being ready is an answer. */
export async function loadReadiness(): Promise<Readiness> {
  const checks = await checkDatabase();
  return { ready: checks.database && checks.migrations, ...checks };
}
