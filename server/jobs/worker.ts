import { setTimeout as wait } from "node:timers/promises";
import { Logger, type Runner, run } from "graphile-worker";
import { addJob, oneConnection } from "@/server/jobs/queue";
import { workerPool } from "@/server/jobs/repository";
import { crontab, type TaskOptions, tasksOf } from "@/server/jobs/tasks";
import { setWorkerState } from "@/server/jobs/worker-state";
import { log } from "@/server/log";
import { closeSmtp } from "@/server/mail/service";
import { deadAfterMs } from "@/server/notices/send";

const restartAfterMs = 5_000;
const patienceMs = 8_000;

/**
 * Works through the jobs of this database, in this process, beside any other worker on it. What breaks it (a database that was away
 * for long) is logged, and it starts again.
 *
 * @returns how it is stopped: jobs under way end first, for 8 s at most
 */
export async function startWorker(
  options: TaskOptions = { deadAfter: deadAfterMs },
): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let runner: Runner | null = null;
  let restart: NodeJS.Timeout | undefined;

  const start = async (): Promise<void> => {
    runner = await run({
      pgPool: workerPool(),
      taskList: { ...tasksOf(options) },
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
    log.error({ err }, "the worker stopped, and is started again");
    restart = setTimeout(() => void start().catch(ended), restartAfterMs);
  };

  await start();
  // Whatever a worker before this one left behind; afterwards every minute.
  await addJob(oneConnection(), "sweepNotices", {}, { key: "sweepNotices" });
  const end = async (): Promise<void> => {
    stopping = true;
    clearTimeout(restart);
    setWorkerState("elsewhere");
    const done = runner?.stop().catch((err: unknown) => log.warn({ err }, "the worker did not stop cleanly"));
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
