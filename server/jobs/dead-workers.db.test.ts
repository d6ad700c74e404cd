import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { addCouple } from "@/server/couples/test-people";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { createLook } from "@/server/jobs/dead-workers";
import { beginLife } from "@/server/jobs/life";
import { addJob, oneConnection } from "@/server/jobs/queue";
import { freeJobsOf } from "@/server/jobs/workers-repository";
import { addPlanned } from "@/server/notices/test-kit";
import { startTestProcess } from "@/server/test-process";

const database = openTestDatabase();
const patient = { timeout: 20_000, interval: 50 };

// Who took which job, in order, by PostgreSQL's own account.
beforeAll(async () => {
  await pool().query(`CREATE TABLE "taken" ("at" serial, "job" bigint, "worker" text)`);
  await pool().query(`
    CREATE FUNCTION note_taken() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO "taken" ("job", "worker") VALUES (NEW.id, NEW.locked_by); RETURN NULL; END $$`);
  await pool().query(`
    CREATE TRIGGER note_taken AFTER UPDATE OF locked_by ON graphile_worker._private_jobs
    FOR EACH ROW WHEN (NEW.locked_by IS NOT NULL) EXECUTE FUNCTION note_taken()`);
});

const column = async (sql: string, values: unknown[] = []): Promise<unknown[]> =>
  (await pool().query({ text: sql, values, rowMode: "array" })).rows.map(([value]) => value);
const findHolder = async (jobId: unknown) =>
  (await column(`SELECT locked_by FROM graphile_worker.jobs WHERE id = $1`, [jobId]))[0];
const listTakers = (jobId: unknown) => column(`SELECT "worker" FROM "taken" WHERE "job" = $1 ORDER BY "at"`, [jobId]);
/** The connections that have the sign of a worker; none or one. */
const listSigns = (workerId: unknown) =>
  column(
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND (classid::bigint << 32 | objid::bigint) = hashtextextended('worker/' || $1, 0)`,
    [workerId],
  );

/** A worker that has loaded everything and begins at `go`. */
function standBy() {
  const { child, firstLine, ended } = startTestProcess(
    "server/notices/test-worker-process.ts",
    [database.url(), "60000", "300"],
    { LOG_LEVEL: "silent", NEXTAUTH_SECRET: "a secret of this test alone, long enough" },
  );
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { loaded: firstLine, ended, go: () => void child.stdin?.write("go\n"), signal: child.kill.bind(child) };
}

/** A job that is due, and waits in its middle for a row that `letGo` lets go of. */
async function addSlowJob() {
  const { coupleId } = (await addCouple()).seats[0];
  const { plannedId } = await addPlanned(coupleId, new Date(Date.now() - 24 * 3_600_000));
  const holder = await pool().connect();
  await holder.query("BEGIN");
  await holder.query(`SELECT FROM "Couple" WHERE "id" = $1 FOR UPDATE`, [coupleId]);
  let isHeld = true;
  const letGo = async () => {
    if (!isHeld) return;
    isHeld = false;
    await holder.query("COMMIT");
    holder.release();
  };
  onTestFinished(letGo);
  const key = `lapsePlanned/${plannedId}`;
  await addJob(oneConnection(), "lapsePlanned", { coupleId, plannedId }, { key });
  const [id] = await column(`SELECT id FROM graphile_worker.jobs WHERE key = $1`, [key]);
  /** @returns the worker that has begun it, once it waits in the middle */
  const begun = () =>
    vi.waitFor(async () => {
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      expect(await column(waiting)).toEqual([1]);
      const worker = await findHolder(id);
      expect(worker).toEqual(expect.stringMatching(/^pool-/));
      return worker;
    }, patient);
  const isOver = () => vi.waitFor(async () => expect(await findHolder(id)).toBeUndefined(), patient);
  const done = async () => ({
    status: (await prisma().plannedCheckIn.findUniqueOrThrow({ where: { id: plannedId } })).status,
    changes: await prisma().change.count({ where: { coupleId } }),
  });
  return { id, begun, isOver, letGo, done };
}

test("the job of a worker that was killed in its middle is done by the next one, and once", async () => {
  const job = await addSlowJob();
  const [first, second] = [standBy(), standBy()];
  await Promise.all([first.loaded, second.loaded]);
  first.go();
  const dead = await job.begun();
  first.signal("SIGKILL");
  await first.ended;
  await job.letGo();
  expect(await findHolder(job.id)).toBe(dead);
  second.go();
  await job.isOver();
  const takers = await listTakers(job.id);
  expect(takers).toEqual([dead, expect.stringMatching(/^pool-/)]);
  expect(takers[1]).not.toBe(dead);
  expect(await job.done()).toEqual({ status: "lapsed", changes: 1 });
});

test("a slow worker's job is not taken from it, however often somebody looks, and not when its connection broke", async () => {
  const job = await addSlowJob();
  const slow = standBy();
  await slow.loaded;
  slow.go();
  const worker = await job.begun();
  const look = createLook({ isOurs: () => false, sureAfter: 10_000 });
  expect(await look(0)).toBe(false);
  expect(await look(1_000_000)).toBe(false);
  const [sign] = await listSigns(worker);
  expect(sign).toEqual(expect.any(Number));
  // It can't notice at once: the worst that may happen to one that lives.
  slow.signal("SIGSTOP");
  await pool().query("SELECT pg_terminate_backend($1)", [sign]);
  await vi.waitFor(async () => expect(await listSigns(worker)).toEqual([]), patient);
  expect(await look(2_000_000)).toBe(true);
  expect(await look(2_009_999)).toBe(true);
  expect(await findHolder(job.id)).toBe(worker);
  slow.signal("SIGCONT");
  await vi.waitFor(async () => expect(await listSigns(worker)).toEqual([expect.any(Number)]), patient);
  expect(await listSigns(worker)).not.toEqual([sign]);
  expect(await look(2_010_000)).toBe(false);
  expect(await look(3_000_000)).toBe(false);
  expect(await findHolder(job.id)).toBe(worker);
  await job.letGo();
  await job.isOver();
  expect(await listTakers(job.id)).toEqual([worker]);
  expect(await job.done()).toEqual({ status: "lapsed", changes: 1 });
});

/** A job that a worker with no sign has begun so many times. */
async function addLeftBehind(worker: string, attempts: number) {
  await addJob(oneConnection(), "sweepBreaks", {}, { key: worker });
  const [id] = await column(
    `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now(), attempts = $2 WHERE key = $1 RETURNING id::text`,
    [worker, attempts],
  );
  return id;
}

test("a job is freed by one alone, however many look, and waits the longer the more often it was begun", async () => {
  const id = await addLeftBehind("pool-gone", 4);
  const freed = await Promise.all([freeJobsOf("pool-gone"), freeJobsOf("pool-gone"), freeJobsOf("pool-gone")]);
  expect(freed.flatMap((jobs) => jobs ?? [])).toEqual([{ id, name: "sweepBreaks", attempts: 4 }]);
  const waits = await column(`SELECT extract(epoch FROM run_at - now())::int FROM graphile_worker.jobs WHERE id = $1`, [
    id,
  ]);
  expect(waits).toEqual([expect.closeTo(Math.exp(4), -1)]);
});

test("who could not look starts over: a database that was away took everybody's signs with it", async () => {
  const id = await addLeftBehind("pool-away", 1);
  const look = createLook({ isOurs: () => false, sureAfter: 10_000 });
  expect(await look(0)).toBe(true);
  const away = vi.spyOn(pool(), "query").mockImplementationOnce(() => Promise.reject(new Error("away")));
  await expect(look(5_000)).rejects.toThrow("away");
  away.mockRestore();
  expect(await look(10_000)).toBe(true);
  expect(await findHolder(id)).toBe("pool-away");
  expect(await look(20_000)).toBe(false);
  expect(await findHolder(id)).toBeNull();
});

test("a process frees no job of its own, whatever became of the sign", async () => {
  const id = await addLeftBehind("pool-ours", 1);
  const look = createLook({ isOurs: (worker) => worker === "pool-ours", sureAfter: 0 });
  expect(await look(0)).toBe(false);
  expect(await look(1_000)).toBe(false);
  expect(await findHolder(id)).toBe("pool-ours");
});

test("the sign is up before the first job, and stays up until the last task has ended", async () => {
  let finish = () => {};
  const life = beginLife({ slow: () => new Promise<void>((done) => (finish = done)) });
  const [plugin] = life.preset.plugins;
  await plugin?.worker.hooks.startWorker(null, { worker: { workerPool: { id: "pool-long" } } });
  expect(await listSigns("pool-long")).toHaveLength(1);
  // @ts-expect-error the library's helpers, which no task of ours uses
  const work = life.taskList.slow?.({}, {});
  const ended = life.end();
  await pool().query("SELECT 1");
  expect(await listSigns("pool-long")).toHaveLength(1);
  finish();
  await Promise.all([work, ended]);
  await vi.waitFor(async () => expect(await listSigns("pool-long")).toEqual([]), patient);
});
