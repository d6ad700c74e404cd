import { Logger, runMigrations } from "graphile-worker";

/** graphile-worker's own tables, in a schema of their own. Several nodes at once are fine: it guards each of its steps. */
export async function migrateJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, maxPoolSize: 2, logger: new Logger(() => () => undefined) });
}
