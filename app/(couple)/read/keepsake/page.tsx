import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeepsakeBook } from "@/components/keep/keepsake-book";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { loadKeepsake } from "@/server/keeping/loaders";
import { nextBookPage } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("keepsake");
  return { title: t("title") };
}

export default async function KeepsakePage() {
  const { coupleId, names, isEmpty } = await loadKeepsake();
  const t = await getTranslations("keepsake");
  return (
    <Page width="reading">
      <div className="grid gap-2 print:hidden">
        <h1 className="text-h1 font-semibold">{t("title")}</h1>
        <p className="max-w-measure text-lead text-muted">{t("lead")}</p>
      </div>
      {isEmpty ? (
        <EmptyState
          title={t("empty.title")}
          action={
            <ButtonLink href="/read" tone="secondary" prefetch={false}>
              {t("empty.toRead")}
            </ButtonLink>
          }
        >
          {t("empty.text")}
        </EmptyState>
      ) : (
        <Words namespaces={["keepsake", "export", "read", "turn", "unlock", "account"]}>
          <KeepsakeBook coupleId={coupleId} names={names} nextPage={nextBookPage} />
        </Words>
      )}
    </Page>
  );
}
