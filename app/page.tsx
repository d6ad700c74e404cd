import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Exchange } from "@/components/landing/exchange";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";

const promises = ["turns", "sealed", "pause"] as const;

export default async function LandingPage() {
  const t = await getTranslations("landing");
  const signIn = (
    <Link
      href="/sign-in"
      className="inline-flex min-h-11 items-center px-2 font-semibold text-us underline underline-offset-4"
    >
      {t("signIn")}
    </Link>
  );
  return (
    <PublicShell actions={signIn}>
      <Page width="wide">
        <div className="grid items-center gap-8 pb-6 lg:grid-cols-2 lg:gap-16 lg:py-12">
          <div className="grid gap-6">
            <h1 className="text-h1 font-semibold text-balance sm:text-[2.5rem] sm:leading-[3rem]">{t("title")}</h1>
            <p className="max-w-measure text-lead text-muted">{t("lead")}</p>
            <div className="grid gap-3 sm:flex sm:flex-wrap">
              <ButtonLink href="/demo">{t("demo")}</ButtonLink>
              <ButtonLink href="/sign-up" tone="secondary">
                {t("start")}
              </ButtonLink>
            </div>
          </div>
          <Exchange />
        </div>
        <ul className="grid gap-6 border-t border-border pt-8 md:grid-cols-3">
          {promises.map((promise) => (
            <li key={promise} className="grid content-start gap-1">
              <h2 className="font-semibold">{t(`promises.${promise}.title`)}</h2>
              <p className="max-w-measure text-muted">{t(`promises.${promise}.text`)}</p>
            </li>
          ))}
        </ul>
      </Page>
    </PublicShell>
  );
}
