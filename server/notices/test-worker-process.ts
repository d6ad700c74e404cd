import { connectDatabase } from "@/server/database/client";
import { startWorker } from "@/server/jobs/worker";

// Run by tests as a process of its own, which is killed: loads everything, says so, and works from the first
// line on stdin on. Its log goes to stderr's place, stdout, like any server's.
const [databaseUrl = "", deadAfter = "", sureAfter = ""] = process.argv.slice(2);
connectDatabase(databaseUrl);
process.stdout.write("loaded\n");
process.stdin.once("data", () => void startWorker({ deadAfter: Number(deadAfter), sureAfter: Number(sureAfter) }));
