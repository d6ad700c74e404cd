import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { createOpener } from "@/components/check-in/create-opener";
import { OpenerProvider } from "@/components/check-in/opener";
import { ask } from "@/components/join/ask";
import { letterPages } from "@/components/read/letter-pages";
import { PageWords } from "@/components/read/page-words";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { KeepsakeBookProps, KeepsakePage } from "./keepsake-book";

type Answer = { ok: true; value: KeepsakePage } | { ok: false; refusal: string };
const known = ["notFound", "signedOut", "offline"] as const;

/** The book, open. */
export function OpenedBook({ coupleId, names, nextPage, coupleKey }: KeepsakeBookProps & { coupleKey: CryptoKey }) {
  const t = useTranslations("keepsake");
  const missing = useTranslations("export");
  const [records, setRecords] = useState<CheckInRecord[]>([]);
  const [unreadable, setUnreadable] = useState(0);
  const [standing, setStanding] = useState<"loading" | "whole" | (typeof known)[number] | "unavailable">("loading");

  const load = useCallback(async () => {
    setStanding("loading");
    const all: CheckInRecord[] = [];
    let lost = 0;
    for (let after: string | null = null; ; ) {
      const answer: Answer = await ask(nextPage, { coupleId, after });
      if (!answer.ok) return setStanding(known.find((one) => one === answer.refusal) ?? "unavailable");
      all.push(...answer.value.records);
      lost += answer.value.unreadable;
      setRecords([...all]);
      setUnreadable(lost);
      after = answer.value.next;
      if (after === null) return setStanding("whole");
    }
  }, [coupleId, nextPage]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; the action is a new one at each drawing and asks the same
  useEffect(() => void load(), []);

  const [first, last] = [records[0], records.at(-1)];
  const day = (at: number) => <LocalTime at={new Date(at).toISOString()} show="date" />;
  return (
    <>
      {standing !== "loading" && standing !== "whole" && (
        <Notice tone="warn">
          <p>{t(`refusals.${standing}`)}</p>
        </Notice>
      )}
      {standing === "loading" && <Skeleton label={t("count", { count: records.length })} lines={4} />}
      {unreadable > 0 && <Notice tone="warn">{missing("unreadable", { count: unreadable })}</Notice>}
      {first && last && (
        <article className="keepsake grid gap-10">
          <header className="grid justify-items-center gap-3 py-12 text-center font-spoken print:min-h-[80vh] print:content-center">
            <svg aria-hidden viewBox="0 0 48 24" className="h-8 w-16">
              <circle cx="16" cy="12" r="9" fill="none" className="stroke-tide" strokeWidth="1.5" />
              <path d="m32 2 10 10-10 10-10-10z" fill="none" className="stroke-ember" strokeWidth="1.5" />
            </svg>
            <p className="text-h1">{t("cover", { one: names.A, two: names.B })}</p>
            <p className="text-muted">
              {isSameDay(first.openedAt, last.openedAt)
                ? day(first.openedAt)
                : t.rich("from", { from: () => day(first.openedAt), until: () => day(last.openedAt) })}
            </p>
          </header>
          {records.map((record) => (
            <BookCheckIn key={record.checkInId} {...{ record, coupleId, names, coupleKey }} />
          ))}
        </article>
      )}
      {standing === "whole" && first && (
        <div className="print:hidden">
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </div>
      )}
    </>
  );
}

const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

type BookCheckInProps = Pick<KeepsakeBookProps, "coupleId" | "names"> & { record: CheckInRecord; coupleKey: CryptoKey };

function BookCheckIn({ record, coupleId, names, coupleKey }: BookCheckInProps) {
  const [opener] = useState(() => createOpener(coupleKey, coupleId, record.checkInId));
  const t = useTranslations("read.letter");
  return (
    <OpenerProvider value={opener}>
      <section className="grid gap-5 print:break-before-page">
        <h2 className="font-spoken text-h1">
          <LocalTime at={new Date(record.openedAt).toISOString()} show="date" />
        </h2>
        {letterPages(record).map((page) => (
          <section key={page.id} className="grid gap-3 print:[&_figure]:break-inside-avoid">
            <h3 className="text-small font-semibold text-muted print:break-after-avoid">
              {page.kind === "agreements" ? t("agreements") : page.title}
            </h3>
            <PageWords page={page} record={record} names={names} isOver />
          </section>
        ))}
      </section>
    </OpenerProvider>
  );
}
