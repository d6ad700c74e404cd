import { useEffect, useState } from "react";
import type { CoupleId } from "@/lib/ids";
import type { GatherReport, GatherRequest } from "./gather-worker";

export type StartGathering = (request: GatherRequest, report: (report: GatherReport) => void) => () => void;

const startGathering: StartGathering = (request, report) => {
  const broke = () => report({ state: "refused", refusal: "unavailable" });
  try {
    const worker = new Worker(new URL("./gather-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<GatherReport>) => report(data));
    worker.addEventListener("error", broke);
    worker.addEventListener("messageerror", broke);
    worker.postMessage(request);
    return () => worker.terminate();
  } catch {
    broke();
    return () => undefined;
  }
};

const begun: GatherReport = { state: "looking", looked: 0, total: null };

/** The patterns of a couple, worked out on this device. `start` is for tests, which have no workers. */
export const useGather = (coupleId: CoupleId, coupleKey: CryptoKey, start: StartGathering = startGathering) => {
  const [report, setReport] = useState<GatherReport>(begun);
  useEffect(() => {
    setReport(begun);
    return start({ coupleId, coupleKey }, setReport);
  }, [coupleId, coupleKey, start]);
  return report;
};
