import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Words } from "@/components/messages/words";
import { LookSettings } from "@/components/shell/look-settings";
import { Page } from "@/components/ui/page";
import { loadLook } from "@/server/preferences/loaders";
import { keepLook } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("look");
  return { title: t("title") };
}

export default async function LookPage() {
  const t = await getTranslations("look");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Words namespaces={["look"]}>
        <LookSettings look={await loadLook()} action={keepLook} />
      </Words>
    </Page>
  );
}
