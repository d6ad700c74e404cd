import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Pair } from "./pair";
import { longTime } from "./time-shapes";
import { When } from "./when";

export type ProposalTimesProps = {
  /** Epoch ms, soonest first. */
  times: readonly number[];
  pair: Pair;
  /** With it each time has its own yes. */
  onYes?: (time: number) => void;
  pending?: boolean;
};

/** The times of an asking, each by both clocks. */
export function ProposalTimes({ times, pair, onYes, pending }: ProposalTimesProps) {
  const t = useTranslations("plan.proposal");
  const format = useFormatter();
  if (times.length === 0) return null;
  const words = (at: number) => format.dateTime(at, { ...longTime, timeZone: pair.zone ?? "UTC" });
  return (
    <ul className="grid gap-3" aria-label={t("times")}>
      {times.map((at) => (
        <li key={at} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
          <When at={at} pair={pair} className="font-semibold" />
          {onYes && (
            <Button pending={pending} onClick={() => onYes(at)} aria-label={t("yesAt", { time: words(at) })}>
              {t("yes")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
