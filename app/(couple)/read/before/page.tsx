import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { BeforeBanner } from "@/components/keep/before-banner";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { Page } from "@/components/ui/page";
import { loadFormerCouples } from "@/server/keeping/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("before");
  return { title: t("title") };
}

/** The couples that somebody was part of, each with what is left to read. */
export default async function BeforePage() {
  const couples = await loadFormerCouples();
  const t = await getTranslations("before");
  return (
    <Page width="reading" title={t("title")} lead={couples.length > 0 ? t("lead") : undefined}>
      <LiveRefresh />
      <Words namespaces={["before"]}>
        {couples.length === 0 && <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState>}
        {couples.map(({ coupleId, otherName, linkedAt, unlinkedAt, ...rest }) => (
          <Card key={coupleId} aria-labelledby={`couple-${coupleId}`} className="grid gap-3">
            <h2 id={`couple-${coupleId}`} className="text-lead font-semibold">
              {t("with", { name: otherName ?? t("someone") })}
            </h2>
            <p className="text-muted">
              {t.rich("linked", {
                from: () => <LocalTime at={linkedAt} show="date" />,
                until: () => <LocalTime at={unlinkedAt} show="date" />,
              })}
            </p>
            <BeforeBanner otherName={otherName} {...rest} />
            <div>
              <ButtonLink href={`/read/before/${coupleId}`} prefetch={false} tone="secondary">
                {t("open")}
              </ButtonLink>
            </div>
          </Card>
        ))}
      </Words>
    </Page>
  );
}
