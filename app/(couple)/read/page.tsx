import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { History } from "@/components/read/history";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
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
  const [t, fromBefore] = await Promise.all([getTranslations("read"), getTranslations("before")]);
  const [history, running, former] = await Promise.all([
    loadHistory(partnership, typeof before === "string" ? before : null),
    loadRunning(partnership),
    loadFormerCouples(),
  ]);
  return (
    <Page width="reading" title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <Words namespaces={["read"]}>
        <History {...history} runningId={running?.checkInId ?? null} />
      </Words>
      {former.length > 0 && (
        <div>
          <ButtonLink href="/read/before" tone="quiet" prefetch={false}>
            {fromBefore("link")}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
