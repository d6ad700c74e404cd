import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { EndlessHistory } from "@/components/history/endless-history";
import { ReadMore } from "@/components/keep/read-more";
import { Words } from "@/components/messages/words";
import { ReadNav } from "@/components/read/read-nav";
import { Page } from "@/components/ui/page";
import { listGuides } from "@/lib/guides/find-guide";
import { loadHistory, loadRunning } from "@/server/check-ins/loaders";
import { findPartnership } from "@/server/couples/loaders";
import { leadToBefore, loadFormerCouples } from "@/server/keeping/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("read");
  return { title: t("title") };
}

type Search = { searchParams: Promise<{ before?: string | string[] }> };

export default async function ReadPage({ searchParams }: Search) {
  const partnership = (await findPartnership()) ?? (await leadToBefore());
  const { before } = await searchParams;
  const t = await getTranslations("read");
  const { seat, name, other, coupleId } = partnership;
  const [history, running, former] = await Promise.all([
    loadHistory(partnership, typeof before === "string" ? before : null),
    loadRunning(partnership),
    loadFormerCouples(),
  ]);
  const names = seat === "A" ? { A: name, B: other.name } : { A: other.name, B: name };
  const guides = listGuides().map(({ id, title }) => ({ id, title }));
  return (
    <Page width="reading" title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <ReadNav current="history" />
      <Words namespaces={["read", "unlock", "account"]}>
        <EndlessHistory {...history} {...{ coupleId, names, guides }} runningId={running?.checkInId ?? null} />
      </Words>
      <ReadMore hasBefore={former.length > 0} />
    </Page>
  );
}
