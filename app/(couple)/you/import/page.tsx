import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchiveList } from "@/components/keep/archive-list";
import { BringExport } from "@/components/keep/bring-export";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { loadArchives } from "@/server/keeping/loaders";
import { addArchiveParts, beginArchive, removeArchive } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import");
  return { title: t("title") };
}

export default async function ImportPage() {
  const archives = await loadArchives();
  const t = await getTranslations("import");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Words namespaces={["import"]}>
        <BringExport begin={beginArchive} add={addArchiveParts} />
        <ArchiveList archives={archives} remove={removeArchive} />
      </Words>
    </Page>
  );
}
