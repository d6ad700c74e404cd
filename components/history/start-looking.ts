import type { LookReport, LookRequest } from "./look-worker";
import { runWorker } from "./run-worker";

/** Begins to look; what it returns ends it, wherever it is. A browser without workers is told so as `unavailable`. */
export type StartLooking = (request: LookRequest, report: (report: LookReport) => void) => () => void;

export const startLooking: StartLooking = (request, report) =>
  runWorker(
    () => new Worker(new URL("./look-worker.ts", import.meta.url), { type: "module" }),
    request,
    report,
    () => report({ how: "refused", refusal: "unavailable" }),
  );
