import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { History } from "@/components/read/history";
import { Page } from "@/components/ui/page";
import { loadHistory, loadRunning } from "@/server/check-ins/loaders";
import { requirePartnership } from "@/server/couples/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("read");
  return { title: t("title") };
}

type Search = { searchParams: Promise<{ before?: string | string[] }> };

export default async function ReadPage({ searchParams }: Search) {
  const partnership = await requirePartnership();
  const { before } = await searchParams;
  const t = await getTranslations("read");
  const [history, running] = await Promise.all([
    loadHistory(partnership, typeof before === "string" ? before : null),
    loadRunning(partnership),
  ]);
  return (
    <Page width="reading" title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <Words namespaces={["read"]}>
        <History {...history} runningId={running?.checkInId ?? null} />
      </Words>
    </Page>
  );
}
