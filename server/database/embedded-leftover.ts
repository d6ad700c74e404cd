import { readFile, readlink, realpath, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { BootFailure } from "@/server/errors";

const pidFile = (folder: string) => path.join(folder, "postmaster.pid");

/**
 * Ends the PostgreSQL that a killed process left running on this folder, and removes a stale pid file. Call it
 * only while holding the lock on the data folder: then whatever still runs here belongs to nobody.
 *
 * The process is ended only when it is a postgres whose working folder is this one, never by its number alone:
 * numbers are reused.
 *
 * @param folder PostgreSQL's own folder (PGDATA)
 */
export async function endLeftover(folder: string): Promise<void> {
  const pid = await readPid(folder);
  if (pid === null) return;
  if (await isPostgresOf(pid, folder)) {
    // Fast shutdown first; the immediate one recovers from its log at the next start and loses nothing.
    const ended = (await end(pid, folder, "SIGINT", 8_000)) || (await end(pid, folder, "SIGQUIT", 8_000));
    if (!ended) throw new BootFailure(`A database that was left running (process ${pid}) does not stop: end it first.`);
  }
  await rm(pidFile(folder), { force: true });
}

/** Where PostgreSQL says it listens, or null when it does not run. */
export async function readEmbeddedPort(folder: string): Promise<number | null> {
  const lines = await readLines(folder);
  const port = Number.parseInt(lines?.[3] ?? "", 10);
  return Number.isNaN(port) ? null : port;
}

async function readPid(folder: string): Promise<number | null> {
  const lines = await readLines(folder);
  const pid = Number.parseInt(lines?.[0] ?? "", 10);
  return pid > 1 ? pid : null;
}

async function readLines(folder: string): Promise<string[] | null> {
  return readFile(pidFile(folder), "utf8").then(
    (text) => text.split("\n"),
    () => null,
  );
}

async function end(pid: number, folder: string, signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
  process.kill(pid, signal);
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (!(await isPostgresOf(pid, folder))) return true;
    await wait(20);
  }
  return false;
}

async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform === "linux") {
    // A process that has ended but was not yet collected has no working folder any more.
    const [cwd, name] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => null),
      readFile(`/proc/${pid}/comm`, "utf8").catch(() => ""),
    ]);
    return cwd !== null && cwd === (await realpath(folder)) && name.trim() === "postgres";
  }
  const { execFile } = await import("node:child_process");
  return new Promise((resolve) => {
    execFile("ps", ["-o", "command=", "-p", String(pid)], (error, stdout) => {
      resolve(error === null && stdout.includes("postgres") && stdout.includes(folder));
    });
  });
}
