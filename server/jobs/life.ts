import { setTimeout as wait } from "node:timers/promises";
import type { Task, TaskList } from "graphile-worker";
import { putUpSign, type Sign } from "@/server/jobs/workers-repository";
import { log } from "@/server/log";

/** Well within what `createLook` waits before it believes that a worker is dead. */
const tryAgainMs = 500;

/**
 * One worker from its first job to its last, as others see it: while it lives its sign is up (`workers-repository`), before it
 * has a job and until none of its tasks runs any more.
 *
 * @returns what graphile-worker is given, so that it lives by this
 */
export function beginLife(tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>) {
  const underWay = new Set<Promise<void>>();
  let id: string | undefined;
  let up: Promise<void> | undefined;
  let sign: Sign | undefined;
  let isOver = false;

  const putUp = async (workerId: string): Promise<void> => {
    while (!isOver) {
      try {
        sign = await putUpSign(workerId, () => {
          log.warn({ worker: workerId }, "a worker's sign fell with its connection, and is put up again");
          up = putUp(workerId);
        });
        if (isOver) sign.takeDown();
        return;
      } catch (err) {
        log.warn({ err, worker: workerId }, "a worker can't put up its sign, and tries again");
        await wait(tryAgainMs, undefined, { ref: false });
      }
    }
  };

  const withCount =
    (task: (payload: unknown) => Promise<void>): Task =>
    async (payload) => {
      const work = task(payload);
      underWay.add(work);
      try {
        await work;
      } finally {
        underWay.delete(work);
      }
    };
  const taskList: TaskList = Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, withCount(task)]));

  /** Awaited by graphile-worker before it asks for the first job: only then is it told by what id jobs are taken. */
  const startWorker = async (_: unknown, { worker }: { worker: { workerPool: { id: string } } }) => {
    id = worker.workerPool.id;
    up ??= putUp(id);
    await up;
  };

  return {
    taskList,
    preset: { plugins: [{ name: "SignOfLife", version: "1", worker: { hooks: { startWorker } } }] },
    /** By which its jobs are locked. */
    id: () => id,
    /** Resolves when the last task that was under way has ended, and the sign is down. */
    end: async (): Promise<void> => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      isOver = true;
      sign?.takeDown();
    },
  };
}

export type Life = ReturnType<typeof beginLife>;
