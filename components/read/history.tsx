import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListedCheckIn } from "./listed-check-in";
import { Months } from "./months";

export type HistoryProps = {
  checkIns: readonly ListedCheckIn[];
  /** Whether this is not the newest page: a cursor led here. */
  isEarlier: boolean;
  /** The cursor of the page after this one; null at the beginning of it all. */
  next: string | null;
  /** The check-in that runs, if one does. */
  runningId: string | null;
  /** The list's own address; each check-in is found below it. */
  base?: string;
};

/** The check-ins to read again, by month. Needs `read`. */
export function History({ checkIns, isEarlier, next, runningId, base = "/read" }: HistoryProps) {
  const t = useTranslations("read");
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
      {checkIns.length > 0 && <Months checkIns={checkIns} base={base} />}
      {checkIns.length === 0 && isEarlier && <EmptyState title={t("noMore.title")}>{t("noMore.text")}</EmptyState>}
      {checkIns.length === 0 && !isEarlier && (
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
      <div className="flex flex-wrap gap-3">
        {next !== null && (
          <ButtonLink href={`${base}?before=${encodeURIComponent(next)}`} prefetch={false} tone="secondary">
            {t("earlier")}
          </ButtonLink>
        )}
        {isEarlier && (
          <ButtonLink href={base} prefetch={false} tone="quiet">
            {t("newest")}
          </ButtonLink>
        )}
      </div>
    </>
  );
}
