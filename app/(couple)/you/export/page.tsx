import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportPanel } from "@/components/keep/export-panel";
import { Words } from "@/components/messages/words";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { loadTakingAlong } from "@/server/keeping/loaders";
import { nextRecords } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("export");
  return { title: t("title") };
}

export default async function ExportPage() {
  const { name, chapters } = await loadTakingAlong();
  const t = await getTranslations("export");
  const [first] = chapters;
  return (
    <Page width="reading">
      <div className="grid gap-2 print:hidden">
        <h1 className="text-h1 font-semibold">{t("title")}</h1>
        <p className="max-w-measure text-lead text-muted">{t("lead")}</p>
      </div>
      {first === undefined ? (
        <EmptyState title={t("nothing.title")}>{t("nothing.text")}</EmptyState>
      ) : (
        <Words namespaces={["export", "before", "unlock", "account"]}>
          <ExportPanel first={first.coupleId} name={name} chapters={chapters} nextRecords={nextRecords} />
        </Words>
      )}
    </Page>
  );
}
