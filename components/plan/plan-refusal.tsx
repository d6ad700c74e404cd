"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { type PlanRefused, planRefusals } from "./plan-action";
import { longTime } from "./time-shapes";

const known = [...planRefusals, "signedOut", "offline", "tooLarge"] as const;

/**
 * A refusal of planning in words; one whose name this page does not know comes from a newer server and is "out of order" here.
 * @param zone whose clock tells `until`; null: the device's
 */
export const usePlanRefusalWords = (zone: string | null) => {
  const t = useTranslations("plan.refusals");
  const format = useFormatter();
  return ({ refusal, until }: PlanRefused, time = ""): string => {
    const timeZone = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const name = known.find((one) => one === refusal) ?? "unavailable";
    if (name === "restingUntil" && until !== undefined) {
      const when = format.dateTime(until, { ...longTime, timeZone });
      return t("restingUntilThen", { when });
    }
    return t(name, { time });
  };
};

export type PlanRefusalNoticeProps = {
  refused: PlanRefused | null;
  zone: string | null;
  /** The time that was asked for, as it was typed: a refusal about it names it. */
  time?: string;
};

/** Says why it did not go through, and nothing while all is well. */
export function PlanRefusalNotice({ refused, zone, time }: PlanRefusalNoticeProps) {
  const t = useTranslations("plan.refusals");
  const wordsFor = usePlanRefusalWords(zone);
  if (refused === null) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      {wordsFor(refused, time)}
    </Notice>
  );
}
