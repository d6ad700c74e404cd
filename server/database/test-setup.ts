import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/server/database/migrate";
import { startScratchDatabase } from "@/server/database/scratch-database";
import { testTemplate, withStatements } from "@/server/database/test-database";

declare module "vitest" {
  interface ProvidedContext {
    /** One PostgreSQL for the whole run; each test file clones its own database on it. */
    scratchDatabaseUrl: string;
  }
}

/** Vitest's global set-up of the project `postgres`: one PostgreSQL, one migrated database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startScratchDatabase();
  const template = new URL(database.url);
  template.pathname = testTemplate;
  await withStatements(database.url, (query) => query(`CREATE DATABASE ${testTemplate}`));
  await applyMigrations(template.href);
  project.provide("scratchDatabaseUrl", database.url);
  return database.stop;
}
