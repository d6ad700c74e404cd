import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { lockDataFolder, prepareDataFolder } from "@/server/data-folder";
import { type EmbeddedDatabase, findEmbeddedUrl, startEmbedded } from "@/server/database/embedded";
import { databaseAccount } from "@/server/database/embedded-account";
import { endLeftover } from "@/server/database/embedded-leftover";
import { startTestProcess, type TestProcess } from "@/server/test-process";

let root = "";
let dataDir = "";
let running: EmbeddedDatabase | undefined;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "heard-embedded-"));
  await chmod(root, 0o711);
  dataDir = path.join(root, "data");
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await endLeftover(path.join(dataDir, "db"));
  await rm(root, { recursive: true, force: true });
});

const holder = (): TestProcess => {
  const started = startTestProcess("server/database/test-embedded-process.ts", [dataDir]);
  onTestFinished(() => void started.child.kill("SIGKILL"));
  return started;
};

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function start(): Promise<EmbeddedDatabase> {
  await prepareDataFolder(dataDir);
  running = await startEmbedded({ dataDir });
  return running;
}

const postmaster = () => Number(readFileSync(path.join(dataDir, "db", "postmaster.pid"), "utf8").split("\n")[0]);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

test("after a killed server, the next start has its database, with all that was written", async () => {
  const killed = holder();
  const url = await killed.firstLine;
  await query(url ?? "", "CREATE TABLE kept AS SELECT 42 AS answer");
  const left = postmaster();
  killed.child.kill("SIGKILL");
  await killed.ended;
  expect(isRunning(left)).toBe(true);

  const database = await start();
  expect(await query(database.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  expect(isRunning(left)).toBe(false);
});

test("a stale pid file, even with the number of a living stranger, does not stop the next start", async () => {
  const first = holder();
  await first.firstLine;
  process.kill(postmaster(), "SIGSTOP");
  first.child.kill("SIGKILL");
  await first.ended;
  process.kill(postmaster(), "SIGKILL");
  // PostgreSQL believes in a pid file whose number is a living process of its own account, other than its parent.
  const stranger = spawn("sleep", ["60"], { ...(await databaseAccount()), stdio: "ignore" });
  onTestFinished(() => void stranger.kill());
  const stale = readFileSync(path.join(dataDir, "db", "postmaster.pid"), "utf8")
    .split("\n")
    .slice(1);
  await writeFile(path.join(dataDir, "db", "postmaster.pid"), [stranger.pid, ...stale].join("\n"));

  const database = await start();
  expect(await query(database.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a second server on the same data folder is refused in one sentence, and the first goes on", async () => {
  const first = holder();
  const url = await first.firstLine;
  const second = holder();
  expect(await second.ended).toEqual({
    code: 1,
    said: `Another Heard is running on the data folder ${dataDir}: stop it first.\n`,
  });
  expect(await query(url ?? "", "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("the lock of a killed server is gone with it", async () => {
  const first = holder();
  await first.firstLine;
  await expect(lockDataFolder(dataDir)).rejects.toThrow("Another Heard is running");
  first.child.kill("SIGKILL");
  await first.ended;
  const unlock = await lockDataFolder(dataDir);
  await unlock();
});

test("a server that ends takes its database with it, politely or not", async () => {
  const polite = holder();
  await polite.firstLine;
  const first = postmaster();
  polite.child.kill("SIGTERM");
  polite.child.stdin?.end();
  expect((await polite.ended).code).toBe(0);
  expect(isRunning(first)).toBe(false);

  const abrupt = holder();
  await abrupt.firstLine;
  const second = postmaster();
  abrupt.child.kill("SIGUSR2");
  expect((await abrupt.ended).code).toBe(3);
  await vi.waitUntil(() => !isRunning(second), { timeout: 10_000 });
  expect(isRunning(second)).toBe(false);
});

test("a database that dies under a living server is started again at the same address", async () => {
  const database = await start();
  const first = postmaster();
  process.kill(first, "SIGKILL");
  await vi.waitUntil(() => query(database.url, "SELECT 1 AS one").then(Boolean, () => false), { timeout: 15_000 });
  expect(postmaster()).not.toBe(first);
});

test("the database listens on this machine alone, and its password is its owner's", async () => {
  const database = await start();
  expect(new URL(database.url).hostname).toBe("127.0.0.1");
  expect(await findEmbeddedUrl(dataDir)).toBe(database.url);
  expect((await stat(path.join(dataDir, "db-password"))).mode & 0o777).toBe(0o600);
  const wrong = new URL(database.url);
  wrong.password = "wrong";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
});
