import { useTranslations } from "next-intl";
import type { Status } from "@/lib/check-in/state";

export type FactsProps = {
  title: string;
  status: Status;
  openedAt: number;
  endedAt: number | null;
  tookAPause: boolean;
};

const aMinute = 60_000;
/** Longer ones had a pause over hours in them, or were left open: their length says nothing about the talk. */
const mostMinutes = 180;

/** What kind of check-in, how long, and what came of it; nothing of who. */
export function Facts({ title, status, openedAt, endedAt, tookAPause }: FactsProps) {
  const t = useTranslations("read");
  const minutes = endedAt === null ? null : Math.max(1, Math.round((endedAt - openedAt) / aMinute));
  const facts = [
    title,
    minutes !== null && minutes <= mostMinutes && t("minutes", { minutes }),
    tookAPause && t("tookAPause"),
    status === "endedEarly" && t("endedEarly"),
  ];
  return <span className="text-muted">{facts.filter(Boolean).join(" · ")}</span>;
}
