import { freeJobsOf, listWithoutSign } from "@/server/jobs/workers-repository";
import { log } from "@/server/log";

const everyMs = 60_000;

/**
 * How long a worker must be seen without its sign until it is dead, ms. One that lives and lost its connection puts the sign up
 * again within a second of having one; no one may take its jobs in that second.
 */
export const sureAfterMs = 10_000;

type Watch = {
  /** Whether a worker is this process's own: of those it knows without a sign. */
  isOurs(workerId: string): boolean;
  sureAfter: number;
};

/**
 * Looks for dead workers, and frees their jobs. graphile-worker by itself would leave them locked for four hours.
 *
 * @returns one look, at a given time on a clock that never goes back, ms; it says whether somebody is to be looked at again soon
 */
export function createLook({ isOurs, sureAfter }: Watch): (now: number) => Promise<boolean> {
  let silentSince = new Map<string, number>();
  return async (now) => {
    const before = silentSince;
    // Whoever could not look knows nothing: a database that was away took everybody's signs with it.
    silentSince = new Map();
    const silent = (await listWithoutSign()).filter((id) => !isOurs(id));
    for (const worker of silent) {
      const since = before.get(worker) ?? now;
      const freed = now - since >= sureAfter ? await freeJobsOf(worker) : null;
      if (freed === null) silentSince.set(worker, since);
      else log.warn({ worker, jobs: freed }, "a worker died, and its jobs are free for another");
    }
    return silentSince.size > 0;
  };
}

/** Looks now, and then every minute; sooner again when it has found somebody. @returns how it is stopped */
export function watchForDead(watch: Watch): () => void {
  const look = createLook(watch);
  let next: NodeJS.Timeout | undefined;
  let isOver = false;
  const again = async (): Promise<void> => {
    const soon = await look(performance.now()).catch((err: unknown) => {
      log.warn({ err }, "nobody could look for dead workers");
      return true;
    });
    if (!isOver) next = setTimeout(() => void again(), soon ? watch.sureAfter : everyMs).unref();
  };
  void again();
  return () => {
    isOver = true;
    clearTimeout(next);
  };
}
