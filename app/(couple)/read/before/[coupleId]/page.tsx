import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { PagedHistory } from "@/components/history/paged-history";
import { BeforeBanner } from "@/components/keep/before-banner";
import { Words } from "@/components/messages/words";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { loadFormerHistory } from "@/server/keeping/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("before");
  return { title: t("title") };
}

type Asked = { params: Promise<{ coupleId: string }>; searchParams: Promise<{ before?: string | string[] }> };

/** The check-ins of a couple that has ended. Nothing is begun, changed or added here. */
export default async function FormerReadPage({ params, searchParams }: Asked) {
  const [{ coupleId }, { before }] = await Promise.all([params, searchParams]);
  const { former, history } = await loadFormerHistory(coupleId, typeof before === "string" ? before : null);
  const t = await getTranslations("before");
  const isEmpty = history.checkIns.length === 0 && !history.isEarlier;
  return (
    <Page width="reading" title={t("with", { name: former.otherName ?? t("someone") })}>
      <LiveRefresh />
      <Words namespaces={["read", "before"]}>
        <BeforeBanner {...former} />
        {isEmpty ? (
          <EmptyState title={t("empty")} />
        ) : (
          <PagedHistory {...history} base={`/read/before/${former.coupleId}`} />
        )}
      </Words>
    </Page>
  );
}
