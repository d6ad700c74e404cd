import { useEffect, useState } from "react";
import { runWorker } from "@/components/history/run-worker";
import type { CoupleId } from "@/lib/ids";
import type { GatherReport, GatherRequest } from "./gather-worker";

export type StartGathering = (request: GatherRequest, report: (report: GatherReport) => void) => () => void;

const startGathering: StartGathering = (request, report) =>
  runWorker(
    () => new Worker(new URL("./gather-worker.ts", import.meta.url), { type: "module" }),
    request,
    report,
    () => report({ state: "refused", refusal: "unavailable" }),
  );

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
