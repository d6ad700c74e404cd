import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { Ask } from "@/components/plan/ask";
import { BackToPlan } from "@/components/plan/back-to-plan";
import { Page } from "@/components/ui/page";
import { listGuides } from "@/lib/guides/find-guide";
import { requirePartnership } from "@/server/couples/loaders";
import { loadOverlap, loadPlan } from "@/server/plans/loaders";
import { propose } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plan.ask");
  return { title: t("title") };
}

/** `instead`: the other's asking that is answered with other times. `at`, `minutes`: something to begin with. */
const searchSchema = z.object({
  instead: z.uuid().optional().catch(undefined),
  at: z.coerce.number().int().positive().max(4_102_444_800_000).optional().catch(undefined),
  minutes: z.coerce.number().int().min(5).max(180).optional().catch(undefined),
});

export default async function AskPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const partnership = await requirePartnership();
  const t = await getTranslations("plan.ask");
  const { instead, at, minutes } = searchSchema.parse(await searchParams);
  const [plan, days] = await Promise.all([loadPlan(partnership), loadOverlap(partnership)]);
  const { seat, name, other, coupleId } = partnership;
  const pair = { seat, name, theirName: other.name, zone: plan.zone, theirZone: plan.theirZone };
  const guides = listGuides().map(({ id, title, about, minutes: takes }) => ({ id, title, about, minutes: takes }));
  const isCounter = instead !== undefined;
  return (
    <Page title={t(isCounter ? "counterTitle" : "title")} lead={t(isCounter ? "counterLead" : "lead")}>
      <LiveRefresh />
      <Words namespaces={["plan", "unlock", "account"]}>
        <BackToPlan />
        <Ask
          {...{ pair, guides, days, coupleId, at, minutes, propose }}
          instead={instead ?? null}
          now={plan.now}
          proposal={plan.proposal}
          proposeFrom={plan.proposeFrom}
          lately={plan.lately}
          nextAt={plan.upcoming[0]?.startsAt ?? null}
        />
      </Words>
    </Page>
  );
}
