import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Invite } from "@/components/join/invite";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { loadInvite } from "@/server/couples/loaders";
import { confirmClaim, createInvitation, rejectClaim, revokeInvitation } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invite");
  return { title: t("title") };
}

export default async function InvitePage() {
  const { actor, open, lately } = await loadInvite();
  const t = await getTranslations("invite");
  return (
    <Page title={open === null ? t("title") : t("waiting.title")} lead={open === null ? t("lead") : t("waiting.lead")}>
      <LiveRefresh />
      <Words namespaces={["invite", "linking", "unlock", "account"]}>
        <Invite
          open={open}
          lately={lately}
          name={actor.name}
          create={createInvitation}
          revoke={revokeInvitation}
          confirm={confirmClaim}
          reject={rejectClaim}
        />
      </Words>
    </Page>
  );
}
