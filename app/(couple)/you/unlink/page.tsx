import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Unlink } from "@/components/join/unlink";
import { UnlinkedNote } from "@/components/join/unlinked-note";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PointList } from "@/components/ui/point-list";
import { loadUnlink } from "@/server/couples/loaders";
import { unlink } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unlink");
  return { title: t("go") };
}

export default async function UnlinkPage() {
  const { coupleId, name, other } = await loadUnlink();
  const t = await getTranslations("unlink");
  return (
    <Page title={t("title", { name: other.name })} lead={t("lead")}>
      <Card aria-labelledby="other-sees" className="grid gap-3">
        <h2 id="other-sees" className="text-lead font-semibold">
          {t("otherSees", { name: other.name })}
        </h2>
        <UnlinkedNote name={name} />
        <p>{t("noReason")}</p>
      </Card>
      <PointList
        title={t("whatTitle")}
        points={[t("whatOne"), t("whatTwo"), t("whatFour"), t("whatFive"), t("whatThree")]}
      />
      <PointList title={t("staysTitle")} points={[t("staysOne"), t("staysTwo")]} />
      <div className="flex flex-wrap gap-2">
        <Words namespaces={["unlink", "linking"]}>
          <Unlink name={other.name} coupleId={coupleId} unlink={unlink} />
        </Words>
        <ButtonLink tone="secondary" href="/you" prefetch={false}>
          {t("keep")}
        </ButtonLink>
      </div>
    </Page>
  );
}
