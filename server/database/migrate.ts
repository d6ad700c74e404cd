import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { migrateJobs } from "@/server/database/jobs-schema";
import { withSchemaEngine } from "@/server/database/schema-engine";
import { BootFailure } from "@/server/errors";

// Any constant that all nodes share; PostgreSQL keeps the lock until the connection ends, however it ends.
const migrationLock = 7_264_871;
const everything = { externalTables: [], externalEnums: [] };

type Folders = {
  /** Absolute folder of the migrations; each is a folder with a `migration.sql`. */
  migrations: string;
  /** Absolute path of schema.prisma. */
  schema: string;
};

/** This program's own; every entry point runs in the folder of the program. */
export const ownMigrations: Folders = {
  migrations: path.resolve("prisma", "migrations"),
  schema: path.resolve("prisma", "schema.prisma"),
};

/**
 * Brings a database to this program's schema. Of several nodes that start at once, one applies and the rest wait.
 *
 * @returns the names of the migrations that were applied now, oldest first
 * @throws BootFailure when a migration cannot be applied; each is one transaction, so it left nothing behind
 */
export async function applyMigrations(url: string, folders: Folders = ownMigrations): Promise<string[]> {
  const guard = new pg.Client({ connectionString: url });
  guard.on("error", () => undefined);
  await guard.connect();
  try {
    await guard.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await forgetFailed(guard);
    const applied = await withSchemaEngine(url, async (engine) => {
      const migrationsList = await readMigrations(folders.migrations);
      return (await engine.applyMigrations({ migrationsList, filters: everything })).appliedMigrationNames;
    });
    // Whoever writes may leave a job behind, so the queue's tables are there before anyone does.
    await migrateJobs(url);
    return applied;
  } catch (error) {
    throw new BootFailure(`The database can't be brought up to date: ${firstLine(error)}`);
  } finally {
    await guard.end();
  }
}

/**
 * What would turn the database at `url` into the schema file: a script for the next migration, or null when they
 * are the same (the drift check).
 */
export async function diffToSchema(url: string, folders: Folders = ownMigrations): Promise<string | null> {
  const files = [{ path: folders.schema, content: await readFile(folders.schema, "utf8") }];
  return withSchemaEngine(url, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(folders.schema) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: everything,
    });
    return exitCode === 2 ? (stdout ?? "") : null;
  });
}

/** A migration that failed rolled back whole, so its mark alone would keep the corrected one from running. */
async function forgetFailed(guard: pg.Client): Promise<void> {
  const { rows } = await guard.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
  if (rows[0]?.known !== true) return;
  await guard.query("DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL");
}

async function readMigrations(baseDir: string) {
  const entries = existsSync(baseDir) ? await readdir(baseDir, { withFileTypes: true }) : [];
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => {
      const value = await readFile(path.join(baseDir, name, "migration.sql"), "utf8");
      return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
    }),
  );
  return { baseDir, lockfile: lockfile(), shadowDbInitScript: "", migrationDirectories };
}

const lockfile = () => ({ path: "migration_lock.toml", content: 'provider = "postgresql"\n' });

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n").find((line) => line.trim() !== "") ?? "no reason was given";
}
