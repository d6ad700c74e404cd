import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Line } from "@/lib/history/line";
import { MonthList } from "./month-list";

export type PagedHistoryProps = {
  checkIns: readonly Line[];
  /** Whether this is not the newest page: a cursor led here. */
  isEarlier: boolean;
  /** The cursor of the page after this one; null at the beginning of it all. */
  next: string | null;
  /** The list's own address; each check-in is found below it. */
  base: string;
};

/** Check-ins to read again, by month, a page at a time. Needs `read`. */
export function PagedHistory({ checkIns, isEarlier, next, base }: PagedHistoryProps) {
  const t = useTranslations("read");
  return (
    <>
      {checkIns.length > 0 && <MonthList lines={checkIns} base={base} />}
      {checkIns.length === 0 && <EmptyState title={t("noMore.title")}>{t("noMore.text")}</EmptyState>}
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
