import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deleteAccount.done");
  return { title: t("title") };
}

/** Goodbye. For everybody: it says nothing about anyone. */
export default async function DeletedPage() {
  const t = await getTranslations("deleteAccount.done");
  return (
    <Page title={t("title")} lead={t("text")}>
      <div>
        <ButtonLink href="/" tone="secondary" prefetch={false}>
          {t("start")}
        </ButtonLink>
      </div>
    </Page>
  );
}
