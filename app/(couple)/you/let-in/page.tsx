import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { LetIn } from "@/components/let-in/let-in";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { loadLetIn } from "@/server/keys/loaders";
import { askForKey, beginAgain, giveKey, stopAskingForKey, takeKey, turnAway } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("letIn");
  return { title: t("title") };
}

export default async function LetInPage() {
  const { partnership, standing } = await loadLetIn();
  const t = await getTranslations("letIn");
  return (
    <Page title={t("title")}>
      <LiveRefresh />
      <Words namespaces={["letIn", "linking", "unlock", "account"]}>
        <LetIn
          coupleId={partnership.coupleId}
          name={partnership.other.name}
          standing={standing}
          actions={{ ask: askForKey, stop: stopAskingForKey, give: giveKey, turnAway, take: takeKey, beginAgain }}
        />
      </Words>
    </Page>
  );
}
