import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/auth/text-link";
import { Page } from "@/components/ui/page";
import { PrivacyTable } from "@/components/you/privacy-table";
import { requireSignedIn } from "@/server/auth/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("title") };
}

export default async function PrivacyPage() {
  await requireSignedIn();
  const t = await getTranslations("privacy");
  return (
    <Page width="reading" title={t("title")} lead={t("lead")}>
      <PrivacyTable />
      <p className="text-muted">{t("more")}</p>
      <TextLink href="/hosting">{t("hosting")}</TextLink>
    </Page>
  );
}
