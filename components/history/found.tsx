"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useAnnounce } from "@/components/ui/live-region";
import type { Sought } from "@/lib/history/seek";
import type { CoupleId, Seat } from "@/lib/ids";
import { MonthList } from "./month-list";
import { HistoryRefusal } from "./refusal";
import { type StartLooking, startLooking } from "./start-looking";
import { useLook } from "./use-look";

export type FoundProps = {
  sought: Sought;
  coupleId: CoupleId;
  coupleKey: CryptoKey | null;
  names: Readonly<Record<Seat, string>>;
  /** For tests, which have no workers. */
  start?: StartLooking;
};

/** Nobody wants to hear every step. */
const quietMs = 4_000;

/** What was found so far, and how far it was looked. Needs a LiveRegion around it. */
export function Found({ sought, coupleId, coupleKey, names, start = startLooking }: FoundProps) {
  const t = useTranslations("read.find");
  const announce = useAnnounce();
  const { look, stop } = useLook({ sought, coupleId, coupleKey, start });
  const { state, looked, total, shut, found, refusal } = look;
  const lines = useMemo(() => found.map(({ line }) => line), [found]);
  const snippets = useMemo(
    () => new Map(found.flatMap(({ line, snippet }) => (snippet ? [[line.checkInId, snippet] as const] : []))),
    [found],
  );
  const count = found.length;
  const way = state === "looking" ? t(total === null ? "lookedAt" : "lookedAtOf", { looked, total: total ?? 0 }) : null;
  // Where not one could be looked through, the refusal alone says so: "nothing was found" would sound like an answer.
  const isCut = refusal !== null && looked === 0;
  const outcome = state === "looking" || isCut ? null : t(count === 0 ? "nothing" : "found", { count, looked });

  const saidAt = useRef(0);
  useEffect(() => {
    const now = performance.now();
    if (outcome === null && now - saidAt.current < quietMs) return;
    saidAt.current = now;
    announce(outcome ?? way ?? "");
  }, [announce, outcome, way]);

  return (
    <section aria-label={t("results")} className="grid gap-4">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2">
        {!isCut && <p>{outcome ?? way}</p>}
        {state === "looking" && (
          <Button tone="secondary" onClick={stop}>
            {t("stop")}
          </Button>
        )}
      </div>
      {state === "looking" && (
        <progress
          aria-label={t("progress")}
          className="h-2 w-full"
          {...(total !== null && { max: Math.max(total, looked, 1), value: looked })}
        />
      )}
      {state === "stopped" && <p className="text-muted">{t("stopped")}</p>}
      {shut > 0 && <p className="text-muted">{t("shut", { count: shut })}</p>}
      <HistoryRefusal refusal={refusal} />
      {count > 0 && <MonthList lines={lines} snippets={snippets} names={names} />}
    </section>
  );
}
