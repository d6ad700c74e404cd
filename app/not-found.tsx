import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";

/** The one answer to whatever does not exist and to whatever is not yours: nobody can tell the two apart. */
export default async function NotFound() {
  const t = await getTranslations("notFound");
  return (
    <PublicShell>
      <title>{t("title")}</title>
      <Page title={t("title")} lead={t("lead")}>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/">{t("home")}</ButtonLink>
        </div>
      </Page>
    </PublicShell>
  );
}
