"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRegion, useAnnounce } from "@/components/ui/live-region";
import type { Line } from "@/lib/history/line";
import type { CoupleId, Seat } from "@/lib/ids";
import { FindOpener } from "./find-opener";
import { MonthList } from "./month-list";
import { HistoryRefusal } from "./refusal";
import { useLines } from "./use-lines";

export type EndlessHistoryProps = {
  checkIns: readonly Line[];
  /** Whether this is not the newest page: a cursor led here. */
  isEarlier: boolean;
  /** The cursor of the page after this one; null at the beginning of it all. */
  next: string | null;
  /** The check-in that runs, if one does. */
  runningId: string | null;
  coupleId: CoupleId;
  names: Readonly<Record<Seat, string>>;
  guides: readonly { id: string; title: string }[];
};

/** All check-ins to read again, by month, as far down as one likes; and the way to find one. Needs `read`, `unlock`, `account`. */
export function EndlessHistory(props: EndlessHistoryProps) {
  return (
    <LiveRegion>
      <List {...props} />
    </LiveRegion>
  );
}

function List({ checkIns, isEarlier, next: firstNext, runningId, coupleId, names, guides }: EndlessHistoryProps) {
  const t = useTranslations("read");
  const announce = useAnnounce();
  const { lines, next, refusal, isLoading, loadMore } = useLines(coupleId, { checkIns, next: firstNext, isEarlier });
  const [isFinding, setFinding] = useState(false);
  const end = useRef<HTMLDivElement>(null);

  // Comes near: the next page is fetched before anybody has to ask for it. After a refusal somebody has to.
  useEffect(() => {
    const mark = end.current;
    if (!mark || isFinding || next === null || refusal || typeof IntersectionObserver === "undefined") return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && void loadMore(), {
      rootMargin: "0px 0px 1600px",
    });
    watch.observe(mark);
    return () => watch.disconnect();
  }, [next, refusal, isFinding, loadMore]);

  const press = async (event: MouseEvent) => {
    // A press for a new tab or window is the link's own.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const count = await loadMore();
    if (count > 0) announce(t("loaded", { count }));
  };
  return (
    <>
      {runningId !== null && (
        <Card tone="us" className="flex flex-wrap items-center justify-between gap-3">
          <p>{t("running.text")}</p>
          <ButtonLink href={`/check-in/${runningId}`} prefetch={false}>
            {t("running.go")}
          </ButtonLink>
        </Card>
      )}
      {lines.length > 0 && <FindOpener {...{ coupleId, names, guides }} isOpen={isFinding} setOpen={setFinding} />}
      {/* Only out of sight while something is looked for: to take thousands of lines down and up again would be felt. */}
      <div className={isFinding ? "hidden" : "contents"}>
        {lines.length > 0 && <MonthList lines={lines} />}
        {lines.length === 0 && isEarlier && <EmptyState title={t("noMore.title")}>{t("noMore.text")}</EmptyState>}
        {lines.length === 0 && !isEarlier && (
          <EmptyState
            title={t("empty.title")}
            action={
              <ButtonLink href="/us" tone="secondary">
                {t("empty.toUs")}
              </ButtonLink>
            }
          >
            {t("empty.text")}
          </EmptyState>
        )}
        <HistoryRefusal refusal={refusal} />
        <div ref={end} className="flex flex-wrap items-center gap-3">
          {next !== null && (
            <ButtonLink
              href={`/read?before=${encodeURIComponent(next)}`}
              prefetch={false}
              tone="secondary"
              onClick={press}
              aria-busy={isLoading || undefined}
            >
              {isLoading ? t("loading") : t("earlier")}
            </ButtonLink>
          )}
          {next === null && lines.length > checkIns.length && <p className="text-muted">{t("thatIsAll")}</p>}
          {isEarlier && (
            <ButtonLink href="/read" prefetch={false} tone="quiet">
              {t("newest")}
            </ButtonLink>
          )}
          {lines.length > 40 && (
            <Button tone="quiet" onClick={() => window.scrollTo({ top: 0 })}>
              {t("toTop")}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
