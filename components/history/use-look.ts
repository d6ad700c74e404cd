import { useEffect, useState } from "react";
import type { Sought } from "@/lib/history/seek";
import type { CoupleId } from "@/lib/ids";
import type { PageRefusal } from "./fetch-page";
import type { FoundLine } from "./look-through";
import type { StartLooking } from "./start-looking";

export type Look = {
  state: "looking" | "done" | "stopped" | "refused";
  looked: number;
  shut: number;
  total: number | null;
  found: readonly FoundLine[];
  refusal: PageRefusal | null;
};
const begun: Look = { state: "looking", looked: 0, shut: 0, total: null, found: [], refusal: null };

type Options = { sought: Sought; coupleId: CoupleId; coupleKey: CryptoKey | null; start: StartLooking };

/** Looks for something through all check-ins, anew whenever it is asked for something else. What it finds is in memory alone. */
export const useLook = ({ sought, coupleId, coupleKey, start }: Options) => {
  const [look, setLook] = useState(begun);
  const [stop, setStop] = useState<() => void>(() => () => undefined);
  useEffect(() => {
    setLook(begun);
    const end = start({ sought, coupleId, coupleKey }, (report) =>
      setLook((before) => {
        if (before.state !== "looking") return before;
        if (!("how" in report)) {
          return {
            ...before,
            looked: before.looked + report.looked,
            shut: before.shut + report.shut,
            total: report.total ?? before.total,
            found: report.found.length === 0 ? before.found : [...before.found, ...report.found],
          };
        }
        return report.how === "done"
          ? { ...before, state: "done" }
          : { ...before, state: "refused", refusal: report.refusal };
      }),
    );
    setStop(() => () => {
      end();
      setLook((before) => (before.state === "looking" ? { ...before, state: "stopped" } : before));
    });
    return end;
  }, [sought, coupleId, coupleKey, start]);
  return { look, stop };
};
