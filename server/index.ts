import "@/server/env-file";
import { boot } from "@/server/boot";
import { isBootFailure } from "@/server/errors";
import { log } from "@/server/log";

process.setSourceMapsEnabled(true);

const stop = new AbortController();
let running: Awaited<ReturnType<typeof boot>> | undefined;

function end(code: number): void {
  // Asked a second time, or not done after 10 s: leave now. The database is told to stop on the way out.
  if (stop.signal.aborted) process.exit(1);
  stop.abort();
  setTimeout(() => process.exit(1), 10_000).unref();
  if (running !== undefined) void running.close().then(() => process.exit(code));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
process.on("unhandledRejection", (err) => log.error({ err }, "a promise was left unanswered"));
process.on("uncaughtException", (err) => {
  log.fatal({ err }, "an error reached the top");
  end(1);
});

try {
  running = await boot(process.env, stop.signal);
  process.stdout.write(`${running.greeting}\n`);
} catch (error) {
  if (stop.signal.aborted) process.exit(0);
  if (!isBootFailure(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
