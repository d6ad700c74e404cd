import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { KeepingForm } from "@/components/keep/keeping-form";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { loadKeeping } from "@/server/keeping/loaders";
import { answerKeepLonger, askToKeepLonger, shortenKeeping, stopAskingToKeep } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("keeping");
  return { title: t("title") };
}

export default async function KeepingPage() {
  const { keeping, older, otherName } = await loadKeeping();
  const t = await getTranslations("keeping");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <Words namespaces={["keeping"]}>
        <KeepingForm
          keeping={keeping}
          older={older}
          name={otherName}
          shorten={shortenKeeping}
          askLonger={askToKeepLonger}
          answer={answerKeepLonger}
          stopAsking={stopAskingToKeep}
        />
      </Words>
      <div>
        <ButtonLink href="/you/export" tone="quiet" prefetch={false} className="-ml-4">
          {t("export")}
        </ButtonLink>
      </div>
    </Page>
  );
}
