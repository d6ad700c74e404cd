import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReadArchive } from "@/components/keep/read-archive";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { loadArchive } from "@/server/keeping/loaders";
import { readArchiveParts } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import.read");
  return { title: t("title") };
}

export default async function ArchivePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const archiveId = await loadArchive(id);
  const t = await getTranslations("import.read");
  return (
    <Page width="reading">
      <h1 className="text-h1 font-semibold print:hidden">{t("title")}</h1>
      <Words namespaces={["import", "export", "before"]}>
        <ReadArchive archiveId={archiveId} readParts={readArchiveParts} />
      </Words>
      <div className="print:hidden">
        <ButtonLink href="/you/import" tone="quiet" prefetch={false} className="-ml-4">
          {t("back")}
        </ButtonLink>
      </div>
    </Page>
  );
}
