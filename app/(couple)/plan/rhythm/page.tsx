import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { BackToPlan } from "@/components/plan/back-to-plan";
import { MakeRhythm } from "@/components/plan/make-rhythm";
import { Page } from "@/components/ui/page";
import { listGuides } from "@/lib/guides/find-guide";
import { requirePartnership } from "@/server/couples/loaders";
import { loadPlan } from "@/server/plans/loaders";
import { offerRhythm } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plan.rhythm");
  return { title: t("pageTitle") };
}

export default async function RhythmPage() {
  const partnership = await requirePartnership();
  const t = await getTranslations("plan.rhythm");
  const { zone, theirZone, rhythm, offeredRhythm } = await loadPlan(partnership);
  const { seat, name, other } = partnership;
  const pair = { seat, name, theirName: other.name, zone, theirZone };
  const guides = listGuides().map(({ id, title, about, minutes }) => ({ id, title, about, minutes }));
  return (
    <Page title={t(rhythm ? "changeTitle" : "pageTitle")} lead={t("pageLead")}>
      <LiveRefresh />
      <Words namespaces={["plan"]}>
        <BackToPlan />
        <MakeRhythm
          {...{ pair, guides }}
          waits={offeredRhythm !== null && !offeredRhythm.mine}
          current={rhythm}
          offered={offeredRhythm?.mine ? offeredRhythm : null}
          offer={offerRhythm}
        />
      </Words>
    </Page>
  );
}
