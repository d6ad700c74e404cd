import type { LookReport, LookRequest } from "./look-worker";

/** Begins to look; what it returns ends it, wherever it is. A browser without workers is told so as `unavailable`. */
export type StartLooking = (request: LookRequest, report: (report: LookReport) => void) => () => void;

export const startLooking: StartLooking = (request, report) => {
  const broke = () => report({ how: "refused", refusal: "unavailable" });
  try {
    const worker = new Worker(new URL("./look-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<LookReport>) => report(data));
    worker.addEventListener("error", broke);
    worker.addEventListener("messageerror", broke);
    worker.postMessage(request);
    return () => worker.terminate();
  } catch {
    broke();
    return () => undefined;
  }
};
