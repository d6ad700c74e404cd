import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo, useRef } from "react";
import { Facts } from "@/components/read/facts";
import { LocalTime } from "@/components/ui/local-time";
import { PartnerMark } from "@/components/ui/partner-mark";
import type { Line } from "@/lib/history/line";
import type { Snippet } from "@/lib/history/seek";
import type { Seat } from "@/lib/ids";
import { useNear } from "./use-near";

export type LineListProps = {
  lines: readonly Line[];
  /** Whether it is among the first of the list, which are there before any script is. */
  isFirst: boolean;
  /** What was found in them, by check-in. */
  snippets?: ReadonlyMap<string, Snippet>;
  names?: Readonly<Record<Seat, string>>;
  /** The list's own address; each check-in is found below it. */
  base?: string;
};

/** Some lines of a month, drawn while they are near what is seen; anew only when a line of their own changed. */
export const LineList = memo(
  function LineList({ lines, isFirst, snippets, names, base = "/read" }: LineListProps) {
    const t = useTranslations("read");
    const list = useRef<HTMLUListElement>(null);
    const name = `${names ? "found" : "all"}/${lines[0]?.checkInId}`;
    const isNear = useNear(list, { name, count: lines.length, atFirst: isFirst });
    return (
      <ul ref={list} aria-label={t("label")} className="grid content-start gap-2">
        {isNear &&
          lines.map((line) => (
            <li key={line.checkInId}>
              <Link
                href={`${base}/${line.checkInId}`}
                prefetch={false}
                className="grid gap-1 rounded-card border border-border bg-surface p-4 hover:bg-us-tint"
              >
                <span className="font-semibold">
                  <LocalTime at={new Date(line.openedAt).toISOString()} show="day" />
                </span>
                <Facts {...line} />
                {names && <Quoted snippet={snippets?.get(line.checkInId)} names={names} />}
              </Link>
            </li>
          ))}
      </ul>
    );
  },
  (before, after) =>
    before.names === after.names &&
    before.base === after.base &&
    before.lines.length === after.lines.length &&
    before.lines.every((line, index) => {
      const other = after.lines[index];
      return (
        other?.checkInId === line.checkInId &&
        other.status === line.status &&
        before.snippets?.get(line.checkInId) === after.snippets?.get(line.checkInId)
      );
    }),
);

type QuotedProps = { snippet: Snippet | undefined; names: Readonly<Record<Seat, string>> };

const Quoted = ({ snippet, names }: QuotedProps) =>
  snippet && (
    <span className="mt-1 grid gap-1">
      <PartnerMark seat={snippet.seat} name={names[snippet.seat]} />
      <span className="font-spoken text-spoken [overflow-wrap:anywhere]">{snippet.text}</span>
    </span>
  );
