import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskRecovery } from "@/components/auth/ask-recovery";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { loadMailLeaves } from "@/server/keys/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("recover");
  return { title: t("title") };
}

/** For anybody, signed in or not: on a device that has forgotten its key, people may not know their password either. */
export default async function RecoverPage() {
  const mailLeaves = await loadMailLeaves();
  return (
    <Page>
      <Words namespaces={["recover", "account"]}>
        <AskRecovery mailLeaves={mailLeaves} />
      </Words>
    </Page>
  );
}
