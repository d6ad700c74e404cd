/** `elsewhere`: this process has no worker, by ROLE. `down`: it has one, which is being started again. */
export type WorkerState = "running" | "down" | "elsewhere";

// On globalThis: the page that reports it has a copy of this module of its own.
declare global {
  var heardWorker: WorkerState | undefined;
}

export const workerState = (): WorkerState => globalThis.heardWorker ?? "elsewhere";

export function setWorkerState(state: WorkerState): void {
  globalThis.heardWorker = state;
}
