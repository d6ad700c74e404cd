import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { applyMigrations, diffToSchema, ownMigrations } from "@/server/database/migrate";
import { startScratchDatabase } from "@/server/database/scratch-database";
import { fail, runTool, say } from "@/tools/terminal";

/**
 * `npm run db:new-migration NAME`: writes what brings the last migration to prisma/schema.prisma, numbered, for
 * reading and correcting. Works on a database of its own; no data is touched.
 */
async function newMigration(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
    return fail("Say what changes, in lower case: npm run db:new-migration add_reminders");
  }
  const database = await startScratchDatabase();
  try {
    await applyMigrations(database.url);
    const script = await diffToSchema(database.url);
    if (script === null) return say("The schema and its migrations are the same: nothing to write.");
    const folder = path.join(ownMigrations.migrations, `${await nextNumber()}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "migration.sql"), script);
    say(`Wrote ${path.relative(".", folder)}/migration.sql. Read it before you commit it.`);
  } finally {
    await database.stop();
  }
}

async function nextNumber(): Promise<string> {
  const names = await readdir(ownMigrations.migrations).catch(() => []);
  const last = names.map((entry) => Number.parseInt(entry, 10)).filter((number) => !Number.isNaN(number));
  return String(Math.max(0, ...last) + 1).padStart(4, "0");
}

await runTool(() => newMigration(process.argv[2]));
