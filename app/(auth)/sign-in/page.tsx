import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadOwnKeys } from "@/app/actions";
import { ForgetKeys } from "@/components/auth/forget-keys";
import { SignIn } from "@/components/auth/sign-in";
import { Words } from "@/components/messages/words";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { safePath } from "@/lib/accounts/safe-path";
import { findSignedIn } from "@/server/auth/loaders";

type Props = { searchParams: Promise<{ next?: string | string[]; ended?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = safePath(asked.next);
  if ((await findSignedIn()) !== null) redirect(next);
  const t = await getTranslations("signIn");
  return (
    <Page title={t("title")}>
      {asked.ended !== undefined && (
        <>
          <ForgetKeys />
          <Notice quiet>{t("ended")}</Notice>
        </>
      )}
      <Words namespaces={["signIn", "account"]}>
        <SignIn next={next} loadOwnKeys={loadOwnKeys} />
      </Words>
    </Page>
  );
}
