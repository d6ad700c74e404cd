import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Notice } from "@/components/ui/notice";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { Seat } from "@/lib/ids";
import { letterPages } from "./letter-pages";
import { PageNotes } from "./margin/page-notes";
import { PageWords } from "./page-words";
import { useLead } from "./together/use-lead";
import { usePages } from "./use-pages";

export type ReadLetterProps = {
  record: CheckInRecord;
  names: Readonly<Record<Seat, string>>;
  /** The couple has ended: nothing leads to where an agreement could be let go. */
  isOver?: boolean;
};

/** A check-in page by page; on paper all of it. Needs an OpenerProvider around it, `read` and `turn`. */
export function ReadLetter({ record, names, isOver = false }: ReadLetterProps) {
  const t = useTranslations("read.letter");
  const id = useId();
  const pages = letterPages(record);
  const titleOf = (page: (typeof pages)[number]) => (page.kind === "agreements" ? t("agreements") : page.title);
  const turned = usePages(pages.length);
  const { shown, how, focus, turn } = turned;
  const heading = useRef<HTMLHeadingElement>(null);

  // Whoever turned the page, or is led to it, reads on from its top; whoever has just come is left where they are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that is turned to
  useEffect(() => {
    if (focus) heading.current?.focus();
    else if (how === "led") heading.current?.scrollIntoView({ block: "nearest" });
  }, [shown, how, focus]);
  useLead(
    pages.map((page) => ({ key: page.id, title: titleOf(page) })),
    turned,
  );

  if (pages.length === 0) return <Notice quiet>{t("nothing")}</Notice>;
  return (
    <>
      {pages.map((page, index) => (
        <section
          key={page.id}
          aria-labelledby={`${id}-${page.id}`}
          data-letter-page
          className={classes(
            "content-start gap-4 print:grid print:[&_figure]:break-inside-avoid",
            index === shown ? "grid" : "hidden",
          )}
        >
          <h2
            id={`${id}-${page.id}`}
            ref={index === shown ? heading : undefined}
            tabIndex={-1}
            className="scroll-mt-4 text-lead font-semibold focus-visible:shadow-none focus-visible:outline-none"
          >
            {titleOf(page)}
          </h2>
          <PageWords page={page} record={record} names={names} isOver={isOver} />
          <PageNotes page={page.id} isLast={index === pages.length - 1} pages={pages} />
        </section>
      ))}
      {pages.length > 1 && (
        <nav aria-label={t("pages")} className="mt-auto grid gap-2 print:hidden">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Button tone="secondary" disabled={shown === 0} onClick={() => turn(-1)}>
              {t("earlier")}
            </Button>
            <p className="text-small text-muted" aria-live="polite">
              {t("page", { page: shown + 1, pages: pages.length })}
            </p>
            <Button tone="secondary" disabled={shown === pages.length - 1} onClick={() => turn(1)}>
              {t("next")}
            </Button>
          </div>
          <p className="hidden text-small text-muted lg:block">{t("keys")}</p>
        </nav>
      )}
      <Button tone="quiet" className="-ml-4 self-start print:hidden" onClick={() => window.print()}>
        {t("print")}
      </Button>
    </>
  );
}
