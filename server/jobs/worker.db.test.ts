import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { type JobName, jobs } from "@/server/jobs/jobs";
import { addJob, oneConnection, removeJob } from "@/server/jobs/queue";
import { crontab, tasksOf } from "@/server/jobs/tasks";
import { startWorker } from "@/server/jobs/worker";
import { workerState } from "@/server/jobs/worker-state";
import { log } from "@/server/log";

openTestDatabase();
const soon = new Date(Date.now() + 3_600_000);
const lapse = { coupleId: "018f0000-0000-7000-8000-000000000001", checkInId: "018f0000-0000-7000-8000-000000000002" };
const payload = jobs.lapseBreak.parse(lapse);

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test alone, long enough");
});
afterAll(() => vi.unstubAllEnvs());

const listJobs = async (key: string) =>
  (await pool().query(`SELECT task_identifier AS name, run_at FROM graphile_worker.jobs WHERE key = $1`, [key])).rows;

test("a job is there with what causes it, or not at all", async () => {
  const change = prisma().$transaction(async (tx) => {
    await addJob(tx, "lapseBreak", payload, { runAt: soon, key: "rolled-back" });
    throw new Error("changed my mind");
  });
  await expect(change).rejects.toThrow("changed my mind");
  expect(await listJobs("rolled-back")).toEqual([]);
});

test("another by the same key takes its place, and can be taken back", async () => {
  await addJob(oneConnection(), "lapseBreak", payload, { runAt: soon, key: "moved" });
  const later = new Date(soon.getTime() + 60_000);
  await addJob(oneConnection(), "lapseBreak", payload, { runAt: later, key: "moved" });
  expect(await listJobs("moved")).toEqual([{ name: "lapseBreak", run_at: later }]);
  await removeJob(oneConnection(), "moved");
  expect(await listJobs("moved")).toEqual([]);
});

test("a payload that is none of its job's is refused before anything is written", async () => {
  const broken = { ...payload, coupleId: "not an id" };
  // @ts-expect-error an unbranded id
  await expect(async () => addJob(oneConnection(), "lapseBreak", broken, { key: "bad" })).rejects.toThrow();
  expect(await listJobs("bad")).toEqual([]);
});

test("every job of the timetable exists, and is given nothing", () => {
  const names = crontab.split("\n").map((line) => line.split(" ").at(-1) ?? "");
  const isJob = (name: string): name is JobName => Object.hasOwn(jobs, name);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(isJob(name) && jobs[name].safeParse({ _cron: {} }).success).toBe(true);
});

test("a payload of another version of this program is logged, and not tried for ever", async () => {
  const said = vi.spyOn(log, "error").mockReturnValue();
  await expect(tasksOf({ deadAfter: 1_000 }).sendNotice({ id: "x" })).resolves.toBeUndefined();
  expect(said).toHaveBeenCalledWith({ job: "sendNotice" }, expect.stringContaining("can't read"));
  said.mockRestore();
});

test("a worker does what is due, says that it runs, and stops by itself when asked", async () => {
  expect(workerState()).toBe("elsewhere");
  await addJob(oneConnection(), "lapseBreak", payload, { key: "due" });
  const worker = await startWorker();
  expect(workerState()).toBe("running");
  await vi.waitFor(async () => expect(await listJobs("due")).toEqual([]), { timeout: 10_000 });
  await Promise.all([worker.stop(), worker.stop()]);
  expect(workerState()).toBe("elsewhere");
  expect(await listJobs("sweepNotices")).toEqual([]);
});
