import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnterCode } from "@/components/join/enter-code";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { findSignedIn } from "@/server/auth/loaders";
import { findByCode } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join.code");
  return { title: t("title") };
}

export default async function CodePage() {
  const actor = await findSignedIn();
  const t = await getTranslations("join.code");
  return (
    <Page title={t("title")} lead={t("lead")}>
      {actor === null ? (
        <>
          <p>{t("signedOut")}</p>
          <div className="grid gap-3">
            <ButtonLink wide href="/sign-up?next=%2Fjoin" prefetch={false}>
              {t("signUp")}
            </ButtonLink>
            <ButtonLink wide tone="secondary" href="/sign-in?next=%2Fjoin" prefetch={false}>
              {t("signIn")}
            </ButtonLink>
          </div>
        </>
      ) : (
        <Words namespaces={["join", "linking"]}>
          <EnterCode find={findByCode} />
        </Words>
      )}
    </Page>
  );
}
