import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeaveWords } from "@/components/keep/leave-words";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { loadLatestFormer } from "@/server/keeping/loaders";
import { leaveWords } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unlink.done");
  return { title: t("title") };
}

export default async function UnlinkedPage() {
  const former = await loadLatestFormer();
  const [t, fromBefore] = await Promise.all([getTranslations("unlink.done"), getTranslations("before")]);
  return (
    <Page title={t("title")} lead={t(former?.readable === "both" ? "text" : former ? "later" : "never")}>
      {former?.readable === "both" && (
        <Words namespaces={["unlink"]}>
          <LeaveWords
            coupleId={former.coupleId}
            name={former.otherName ?? fromBefore("someone")}
            leaves={former.leavesWords}
            leaveWords={leaveWords}
          />
        </Words>
      )}
      <div className="flex flex-wrap gap-2">
        {former && (
          <ButtonLink href="/read/before" prefetch={false}>
            {t("read")}
          </ButtonLink>
        )}
        <ButtonLink tone={former ? "secondary" : "primary"} href="/you" prefetch={false}>
          {t("toYou")}
        </ButtonLink>
        <ButtonLink tone="secondary" href="/us/invite" prefetch={false}>
          {t("invite")}
        </ButtonLink>
      </div>
      <ButtonLink tone="quiet" href="/safety" prefetch={false} className="-ml-4 self-start">
        {t("safety")}
      </ButtonLink>
    </Page>
  );
}
