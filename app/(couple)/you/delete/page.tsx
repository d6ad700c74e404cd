import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeleteAccount } from "@/components/keep/delete-account";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PointList } from "@/components/ui/point-list";
import { loadDeleting } from "@/server/keeping/loaders";
import { deleteAccount } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deleteAccount");
  return { title: t("title") };
}

export default async function DeletePage() {
  const { otherName } = await loadDeleting();
  const t = await getTranslations("deleteAccount");
  const linked = otherName === null ? [] : [t("goesLinked", { name: otherName })];
  const staysFirst = otherName === null ? t("staysOneBefore") : t("staysOne", { name: otherName });
  return (
    <Page title={t("title")} lead={t("lead")}>
      <PointList title={t("goesTitle")} points={[t("goesOne"), t("goesTwo"), t("goesThree"), ...linked]} />
      <PointList title={t("stays")} points={[staysFirst, t("staysTwo"), t("staysThree")]} />
      <Card tone="us" aria-labelledby="export-first" className="grid gap-3">
        <h2 id="export-first" className="text-lead font-semibold">
          {t("exportTitle")}
        </h2>
        <p>{t("exportText")}</p>
        <div>
          <ButtonLink href="/you/export" tone="secondary" prefetch={false}>
            {t("export")}
          </ButtonLink>
        </div>
      </Card>
      <Words namespaces={["deleteAccount", "account"]}>
        <DeleteAccount deleteAccount={deleteAccount} />
      </Words>
    </Page>
  );
}
