"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

/** The two ways to an account, each leading back to the invitation. */
export function SignUpToJoin({ name, next }: { name: string; next: string }) {
  const t = useTranslations("join");
  const search = new URLSearchParams({ next });
  return (
    <>
      <ButtonLink wide href={`/sign-up?${search}`} prefetch={false}>
        {t("join", { name })}
      </ButtonLink>
      <p className="text-small text-muted">{t("signedOutHint")}</p>
      <ButtonLink tone="secondary" wide href={`/sign-in?${search}`} prefetch={false}>
        {t("haveAccount")}
      </ButtonLink>
    </>
  );
}
