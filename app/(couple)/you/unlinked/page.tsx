import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { loadUnlinked } from "@/server/couples/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unlink.done");
  return { title: t("title") };
}

export default async function UnlinkedPage() {
  await loadUnlinked();
  const t = await getTranslations("unlink.done");
  return (
    <Page title={t("title")} lead={t("text")}>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/you" prefetch={false}>
          {t("toYou")}
        </ButtonLink>
        <ButtonLink tone="secondary" href="/us/invite" prefetch={false}>
          {t("invite")}
        </ButtonLink>
        <ButtonLink tone="quiet" href="/safety" prefetch={false}>
          {t("safety")}
        </ButtonLink>
      </div>
    </Page>
  );
}
