import { lockDataFolder, prepareDataFolder } from "@/server/data-folder";
import { startEmbedded } from "@/server/database/embedded";
import { requireReachableDatabase } from "@/server/database/reach";
import { readEnv } from "@/server/env";

/**
 * Runs a tool's work on the database that a start would use: the one that DATABASE_URL names, or the built-in one, which is
 * started for it and stopped afterwards.
 *
 * @throws BootFailure when it can't be reached, or another Heard is using the data folder
 */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const { DATA_DIR, DATABASE_URL } = readEnv(process.env);
  if (DATABASE_URL !== undefined) {
    await requireReachableDatabase(DATABASE_URL);
    return work(DATABASE_URL);
  }
  await prepareDataFolder(DATA_DIR);
  const unlock = await lockDataFolder(DATA_DIR);
  const database = await startEmbedded({ dataDir: DATA_DIR });
  try {
    await work(database.url);
  } finally {
    await database.stop();
    await unlock();
  }
}
