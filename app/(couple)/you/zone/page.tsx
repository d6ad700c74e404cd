import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { Told } from "@/components/plan/told";
import { ZoneQuestion } from "@/components/plan/zone-question";
import { Page } from "@/components/ui/page";
import { ZoneChoice } from "@/components/you/zone-choice";
import { loadNotices } from "@/server/notices/loaders";
import { tellZone } from "../../plan-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("zoneChoice");
  return { title: t("title") };
}

export default async function ZonePage() {
  const { zone } = await loadNotices();
  const t = await getTranslations("zoneChoice");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <Words namespaces={["zoneChoice", "plan"]}>
        <Told>
          <ZoneQuestion zone={zone} tellZone={tellZone} />
          <ZoneChoice zone={zone} tellZone={tellZone} />
        </Told>
      </Words>
    </Page>
  );
}
