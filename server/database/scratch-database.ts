import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepareDataFolder } from "@/server/data-folder";
import { type EmbeddedDatabase, startEmbedded } from "@/server/database/embedded";

// Nothing in it outlives the run, so it need not survive a power cut.
const hurried = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/** A PostgreSQL of its own in a temporary folder, for tests and for drafting migrations. `stop` removes it. */
export async function startScratchDatabase(): Promise<EmbeddedDatabase> {
  const root = await mkdtemp(path.join(tmpdir(), "heard-"));
  const dataDir = path.join(root, "data");
  // mkdtemp closes the folder to others, and as root the database runs under another account.
  await chmod(root, 0o711);
  await prepareDataFolder(dataDir);
  const database = await startEmbedded({ dataDir, settings: hurried });
  return {
    url: database.url,
    stop: async () => {
      await database.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
