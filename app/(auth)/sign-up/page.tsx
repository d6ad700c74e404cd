import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignUp } from "@/components/auth/sign-up";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { safePath } from "@/lib/accounts/safe-path";
import { findSignedIn } from "@/server/auth/loaders";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signUp");
  return { title: t("title") };
}

export default async function SignUpPage({ searchParams }: Props) {
  const next = safePath((await searchParams).next);
  if ((await findSignedIn()) !== null) redirect(next);
  return (
    <Page>
      <Words namespaces={["signUp", "account"]}>
        <SignUp next={next} />
      </Words>
    </Page>
  );
}
