import { pool, prisma } from "@/server/database/client";

/** A sign that PostgreSQL keeps for a worker: it falls with the connection, however the process ends. */
export type Sign = { takeDown(): void };

/**
 * A machine that is gone without a word is found out within a minute; a quiet connection is left alone. Only what this version of
 * PostgreSQL knows.
 */
const forASign = `
  SELECT set_config(name, wanted, false) FROM pg_settings JOIN (
    VALUES ('tcp_keepalives_idle', '20'), ('tcp_keepalives_interval', '5'), ('tcp_keepalives_count', '4'), ('idle_session_timeout', '0')
  ) AS "sign"(name, wanted) USING (name)`;

/**
 * Puts up the sign of a worker: an advisory lock, on a connection that is taken from the pool for as long as the sign stands.
 * Waits while an earlier connection of the same worker, which PostgreSQL thinks is alive, still has it.
 *
 * @param fell called once, when the connection broke and the sign with it
 * @throws when there is no connection to be had, or it breaks meanwhile
 */
export async function putUpSign(workerId: string, fell: () => void): Promise<Sign> {
  const client = await pool().connect();
  let isUp = true;
  const end = () => {
    if (!isUp) return false;
    isUp = false;
    client.off("error", broke).off("end", broke);
    // Not given back: what is set and locked here must not be the next one's.
    client.release(true);
    return true;
  };
  const broke = () => {
    if (end()) fell();
  };
  try {
    await client.query(forASign);
    await client.query("SELECT pg_advisory_lock(hashtextextended('worker/' || $1, 0))", [workerId]);
  } catch (error) {
    end();
    throw error;
  }
  client.on("error", broke).on("end", broke);
  return { takeDown: () => void end() };
}

/** Workers that have begun jobs and have no sign up at this moment. */
export async function listWithoutSign(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(`
    WITH "atWork" AS MATERIALIZED (SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL)
    SELECT id FROM "atWork" WHERE pg_try_advisory_xact_lock_shared(hashtextextended('worker/' || id, 0))`);
  return rows.map(({ id }) => id);
}

export type FreedJob = { id: string; name: string; attempts: number };

/**
 * Takes the jobs of a dead worker from it, by the library's own functions. Each may begin again after the wait of one that broke
 * as often (e^attempts seconds), so that a job that kills its process does not do so without a pause.
 *
 * The sign is held meanwhile: a worker that is alive after all and puts its own up again comes before this, or after it.
 *
 * @returns null when its sign is up, or another is freeing its jobs
 */
export async function freeJobsOf(workerId: string): Promise<FreedJob[] | null> {
  return prisma().$transaction(async (tx) => {
    const [sign] = await tx.$queryRaw<{ isOurs: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('worker/' || ${workerId}, 0)) AS "isOurs"`;
    if (sign?.isOurs !== true) return null;
    const jobs = await tx.$queryRaw<FreedJob[]>`
      SELECT id::text, task_identifier AS name, attempts FROM graphile_worker.jobs WHERE locked_by = ${workerId}`;
    await tx.$executeRaw`SELECT graphile_worker.force_unlock_workers(ARRAY[${workerId}::text])`;
    const ids = JSON.stringify(jobs.map(({ id }) => id));
    await tx.$executeRaw`
      SELECT FROM graphile_worker.jobs AS j, LATERAL graphile_worker.reschedule_jobs(
        ARRAY[j.id], run_at := greatest(j.run_at, now() + exp(least(j.attempts, 10)) * interval '1 second')
      ) WHERE j.id IN (SELECT value::bigint FROM json_array_elements_text(${ids}::json))`;
    return jobs;
  });
}
