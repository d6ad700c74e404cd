import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { Patterns } from "@/components/patterns/patterns";
import { ReadNav } from "@/components/read/read-nav";
import { Page } from "@/components/ui/page";
import { loadPatterns } from "@/server/patterns/loaders";
import { hidePatterns, wantPatterns } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("patterns");
  return { title: t("title") };
}

export default async function PatternsPage() {
  const { partnership, standing } = await loadPatterns();
  const t = await getTranslations("patterns");
  return (
    <Page width="reading" title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <ReadNav current="patterns" />
      <Words namespaces={["patterns", "unlock", "account"]}>
        <Patterns
          standing={standing}
          coupleId={partnership.coupleId}
          theirName={partnership.other.name}
          actions={{ wantPatterns, hidePatterns }}
        />
      </Words>
    </Page>
  );
}
