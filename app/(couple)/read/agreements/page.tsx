import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Agreements } from "@/components/agreements/agreements";
import { Words } from "@/components/messages/words";
import { ReadNav } from "@/components/read/read-nav";
import { Page } from "@/components/ui/page";
import { loadAgreements } from "@/server/agreements/loaders";
import { acceptChange, dropChange, offerChange, retireAgreement, reviewAgreement } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements");
  return { title: t("title") };
}

type Search = { searchParams: Promise<{ before?: string | string[] }> };

export default async function AgreementsPage({ searchParams }: Search) {
  const { before } = await searchParams;
  const t = await getTranslations("agreements");
  const { partnership, ...lists } = await loadAgreements(typeof before === "string" ? before : null);
  const { seat, name, other, coupleId } = partnership;
  const names = seat === "A" ? { A: name, B: other.name } : { A: other.name, B: name };
  return (
    <Page width="reading" title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <ReadNav current="agreements" />
      <Words namespaces={["agreements", "turn", "unlock", "account"]}>
        <Agreements
          {...lists}
          {...{ coupleId, seat, names }}
          actions={{ acceptChange, dropChange, offerChange, retireAgreement, reviewAgreement }}
        />
      </Words>
    </Page>
  );
}
