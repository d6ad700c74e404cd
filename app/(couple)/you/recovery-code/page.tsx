import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewRecoveryCode } from "@/components/auth/new-recovery-code";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { loadOwnKeysPage } from "@/server/keys/loaders";
import { changeRecoveryCode } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("newRecoveryCode");
  return { title: t("title") };
}

export default async function RecoveryCodePage() {
  const { email } = await loadOwnKeysPage();
  return (
    <Page>
      <Words namespaces={["newRecoveryCode", "signUp", "account"]}>
        <NewRecoveryCode email={email} change={changeRecoveryCode} />
      </Words>
    </Page>
  );
}
