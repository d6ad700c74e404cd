import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { pool } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { addJob, oneConnection } from "@/server/jobs/queue";
import { startTestProcess } from "@/server/test-process";

const database = openTestDatabase();

test("a worker alone takes no port, does what is due, and ends when it is asked to", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "heard-worker-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  await addJob(oneConnection(), "sweepBreaks", {}, { key: "due" });
  const { child, firstLine, ended } = startTestProcess("server/index.ts", [], {
    ROLE: "worker",
    DATABASE_URL: database.url(),
    DATA_DIR: dataDir,
    LOG_LEVEL: "silent",
    // A port that is anybody's: nobody asks for it.
    PORT: "1",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  expect(await firstLine).toBe("Heard's worker is ready. Ctrl-C stops it.");
  const count = async () =>
    (await pool().query(`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = 'due'`)).rows[0]?.n;
  await vi.waitFor(async () => expect(await count()).toBe(0), { timeout: 10_000 });
  const asked = Date.now();
  child.kill("SIGTERM");
  expect(await ended).toEqual({ code: 0, said: "" });
  expect(Date.now() - asked).toBeLessThan(10_000);
});
