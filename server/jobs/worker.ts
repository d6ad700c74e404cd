import { setTimeout as wait } from "node:timers/promises";
import { Logger, type Runner, run } from "graphile-worker";
import { sureAfterMs, watchForDead } from "@/server/jobs/dead-workers";
import { beginLife, type Life } from "@/server/jobs/life";
import { addJob, oneConnection } from "@/server/jobs/queue";
import { workerPool } from "@/server/jobs/repository";
import { crontab, type TaskOptions, tasksOf } from "@/server/jobs/tasks";
import { setWorkerState } from "@/server/jobs/worker-state";
import { log } from "@/server/log";
import { closeSmtp } from "@/server/mail/service";
import { deadAfterMs } from "@/server/notices/send";

const restartAfterMs = 5_000;
const patienceMs = 8_000;

type WorkerOptions = TaskOptions & {
  /** How long another worker must be seen without its sign until it is dead, ms. */
  sureAfter?: number;
};

/**
 * Works through the jobs of this database, in this process, beside any other worker on it. What breaks it (a database that was away
 * for long) is logged, and it starts again.
 *
 * @returns how it is stopped: jobs under way end first, for 8 s at most
 */
export async function startWorker(
  { deadAfter, sureAfter = sureAfterMs }: WorkerOptions = { deadAfter: deadAfterMs },
): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let runner: Runner | null = null;
  // More than one when a worker was started again and a task of the one before it still runs.
  const lives = new Set<Life>();
  let restart: NodeJS.Timeout | undefined;

  const endLives = () =>
    Promise.all([...lives].map(async (life) => void (await life.end().then(() => lives.delete(life)))));
  const start = async (): Promise<void> => {
    const life = beginLife(tasksOf({ deadAfter }));
    lives.add(life);
    runner = await run({
      pgPool: workerPool(),
      taskList: life.taskList,
      preset: life.preset,
      crontab,
      concurrency: 4,
      // The process's own signals are boot's.
      noHandleSignals: true,
      logger: new Logger(ownLog),
    });
    setWorkerState("running");
    void runner.promise.then(ended, ended);
  };
  const ended = (err: unknown): void => {
    if (stopping) return;
    setWorkerState("down");
    void endLives();
    log.error({ err }, "the worker stopped, and is started again");
    restart = setTimeout(() => void start().catch(ended), restartAfterMs);
  };

  await start();
  const stopWatching = watchForDead({ sureAfter, isOurs: (id) => [...lives].some((life) => life.id() === id) });
  // Whatever a worker before this one left behind; afterwards every minute.
  await addJob(oneConnection(), "sweepNotices", {}, { key: "sweepNotices" });
  const end = async (): Promise<void> => {
    stopping = true;
    clearTimeout(restart);
    stopWatching();
    setWorkerState("elsewhere");
    const done = runner
      ?.stop()
      .catch((err: unknown) => log.warn({ err }, "the worker did not stop cleanly"))
      .then(endLives);
    const patience = new AbortController();
    await Promise.race([done, wait(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    closeSmtp();
  };
  let ending: Promise<void> | undefined;
  return {
    stop: () => {
      ending ??= end();
      return ending;
    },
  };
}

/** graphile-worker's lines quote payloads and errors; ours say which job, and what kind of error. */
const ownLog = ({ taskIdentifier, jobId }: { taskIdentifier?: string; jobId?: string }) => {
  const record = { part: "queue", job: taskIdentifier, jobId };
  return (level: string, _: string, meta?: { error?: unknown; failure?: unknown }) => {
    // A task that threw was logged where it threw.
    if (level === "error" && meta?.failure !== true) log.warn({ ...record, err: meta?.error }, "the queue had trouble");
  };
};
