import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePassword } from "@/components/auth/change-password";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { loadOwnKeysPage } from "@/server/keys/loaders";
import { changePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changePassword");
  return { title: t("title") };
}

export default async function PasswordPage() {
  const { name, email } = await loadOwnKeysPage();
  return (
    <Page>
      <Words namespaces={["changePassword", "newPassword", "account"]}>
        <ChangePassword name={name} email={email} change={changePassword} />
      </Words>
    </Page>
  );
}
