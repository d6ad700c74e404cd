import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Recover } from "@/components/auth/recover";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { loadRecovery } from "@/server/keys/loaders";
import { openRecovery, recoverAnew, recoverWithCode } from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("recover");
  return { title: t("title") };
}

/** Opening it changes nothing and uses nothing up: programs that read mail open links too. */
export default async function RecoverByLinkPage({ params }: Props) {
  const { token } = await params;
  const refusal = await loadRecovery(token);
  const t = await getTranslations();
  if (refusal !== null) {
    return (
      <Page title={t(`account.refusals.${refusal}.title`)} lead={t(`account.refusals.${refusal}.text`)}>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/sign-in" tone={refusal === "used" ? "primary" : "secondary"} prefetch={false}>
            {t("recover.closed.signIn")}
          </ButtonLink>
          <ButtonLink href="/recover" tone={refusal === "used" ? "secondary" : "primary"} prefetch={false}>
            {t("recover.closed.again")}
          </ButtonLink>
        </div>
      </Page>
    );
  }
  return (
    <Page>
      <Words namespaces={["recover", "newPassword", "signUp", "account"]}>
        <Recover token={token} actions={{ open: openRecovery, withCode: recoverWithCode, anew: recoverAnew }} />
      </Words>
    </Page>
  );
}
