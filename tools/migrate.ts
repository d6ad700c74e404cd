import "@/server/env-file";
import { lockDataFolder, prepareDataFolder } from "@/server/data-folder";
import { startEmbedded } from "@/server/database/embedded";
import { applyMigrations } from "@/server/database/migrate";
import { requireReachableDatabase } from "@/server/database/reach";
import { readEnv } from "@/server/env";
import { runTool, say } from "@/tools/terminal";

/** `npm run db:migrate`: what every start does first, alone. Works on the database that a start would use. */
async function migrate(): Promise<void> {
  const { DATA_DIR, DATABASE_URL } = readEnv(process.env);
  if (DATABASE_URL !== undefined) {
    await requireReachableDatabase(DATABASE_URL);
    return report(await applyMigrations(DATABASE_URL));
  }
  await prepareDataFolder(DATA_DIR);
  const unlock = await lockDataFolder(DATA_DIR);
  const database = await startEmbedded({ dataDir: DATA_DIR });
  try {
    report(await applyMigrations(database.url));
  } finally {
    await database.stop();
    await unlock();
  }
}

function report(applied: string[]): void {
  say(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
}

await runTool(migrate);
