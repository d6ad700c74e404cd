import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { BackToPlan } from "@/components/plan/back-to-plan";
import { HoursForm } from "@/components/plan/hours-form";
import { SlotFinder } from "@/components/plan/slot-finder";
import { Told } from "@/components/plan/told";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { requireSignedIn } from "@/server/auth/loaders";
import { requirePartnership } from "@/server/couples/loaders";
import { loadHours, loadOverlap, loadPlan } from "@/server/plans/loaders";
import { saveHours } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plan.hours");
  return { title: t("title") };
}

export default async function HoursPage() {
  const actor = await requireSignedIn();
  const partnership = await requirePartnership();
  const t = await getTranslations("plan.hours");
  const [hours, days, { zone, theirZone }] = await Promise.all([
    loadHours(actor),
    loadOverlap(partnership),
    loadPlan(partnership),
  ]);
  const { seat, name, other } = partnership;
  return (
    <Page width="wide" title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <Words namespaces={["plan"]}>
        <BackToPlan />
        <Told>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Card aria-labelledby="own-hours" className="grid content-start gap-4">
              <h2 id="own-hours" className="text-lead font-semibold">
                {t("own")}
              </h2>
              <HoursForm days={hours?.days ?? null} zone={zone} theirName={other.name} save={saveHours} />
            </Card>
            <SlotFinder
              days={days}
              pair={{ seat, name, theirName: other.name, zone, theirZone }}
              hasOwn={hours !== null}
            />
          </div>
        </Told>
      </Words>
    </Page>
  );
}
