import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeleteAccount } from "@/components/keep/delete-account";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
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
  const lists = [
    { key: "goes", title: t("goesTitle"), lines: [t("goesOne"), t("goesTwo"), t("goesThree"), ...linked] },
    {
      key: "stays",
      title: t("stays"),
      lines: [
        otherName === null ? t("staysOneBefore") : t("staysOne", { name: otherName }),
        t("staysTwo"),
        t("staysThree"),
      ],
    },
  ];
  return (
    <Page title={t("title")} lead={t("lead")}>
      {lists.map(({ key, title, lines }) => (
        <section key={key} aria-labelledby={key} className="grid gap-2">
          <h2 id={key} className="text-lead font-semibold">
            {title}
          </h2>
          <ul className="grid list-disc gap-2 pl-6">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
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
