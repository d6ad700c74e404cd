import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { prepareDataFolder } from "@/server/data-folder";
import { startEmbedded } from "@/server/database/embedded";
import { applyMigrations } from "@/server/database/migrate";

export type OwnDatabase = { url: string; version: string; stop(): Promise<void> };

/** A migrated PostgreSQL in a temporary folder, with the settings that people run. `stop` removes it. */
export async function startOwnDatabase(): Promise<OwnDatabase> {
  const root = await mkdtemp(path.join(tmpdir(), "heard-bench-"));
  const remove = () => rm(root, { recursive: true, force: true });
  try {
    // mkdtemp closes the folder to others, and as root the database runs under another account.
    await chmod(root, 0o711);
    const dataDir = path.join(root, "data");
    await prepareDataFolder(dataDir);
    const database = await startEmbedded({ dataDir });
    const stop = () => database.stop().then(remove);
    try {
      await applyMigrations(database.url);
      return { url: database.url, version: await readSafeVersion(database.url), stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await remove();
    throw error;
  }
}

/** @throws when a commit would not reach the disk: then neither side would measure what it is asked for */
async function readSafeVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT name, setting FROM pg_settings WHERE name = ANY($1)", [
      ["fsync", "synchronous_commit", "server_version"],
    ]);
    const settings = new Map<unknown, unknown>(rows.map(({ name, setting }) => [name, setting]));
    const unsafe = ["fsync", "synchronous_commit"].some((name) => settings.get(name) !== "on");
    if (unsafe) throw new Error("commits do not reach the disk here");
    return String(settings.get("server_version"));
  } finally {
    await client.end();
  }
}
