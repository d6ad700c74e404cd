import { lockDataFolder, prepareDataFolder } from "@/server/data-folder";
import { startEmbedded } from "@/server/database/embedded";
import { isBootFailure } from "@/server/errors";

// Run by embedded.db.test.ts as a process of its own, which can be killed: holds a data folder and its database until
// it is asked to end.
const dataDir = process.argv[2] ?? "";
try {
  await prepareDataFolder(dataDir);
  const unlock = await lockDataFolder(dataDir);
  const database = await startEmbedded({ dataDir });
  process.once("SIGTERM", () => void database.stop().then(unlock));
  process.once("SIGUSR2", () => process.exit(3));
  process.stdout.write(`${database.url}\n`);
  process.stdin.resume();
} catch (error) {
  if (!isBootFailure(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
