import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { Agenda } from "@/components/plan/agenda";
import { Asking } from "@/components/plan/asking";
import { ChangesList } from "@/components/plan/changes-list";
import { ProposalCard } from "@/components/plan/proposal-card";
import { OfferedRhythm, RhythmCard } from "@/components/plan/rhythm-card";
import { Told } from "@/components/plan/told";
import { ZoneQuestion } from "@/components/plan/zone-question";
import { Page } from "@/components/ui/page";
import { KeyCard } from "@/components/us/key-card";
import { requirePartnership } from "@/server/couples/loaders";
import { loadKeyCard } from "@/server/keys/loaders";
import { loadPlan } from "@/server/plans/loaders";
import {
  agreeRhythm,
  answerProposal,
  declineRhythm,
  endRhythm,
  moveFollowing,
  movePlanned,
  skipPlanned,
  tellZone,
  withdrawProposal,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plan");
  return { title: t("title") };
}

export default async function PlanPage() {
  const partnership = await requirePartnership();
  const t = await getTranslations("plan");
  const [plan, keys] = await Promise.all([loadPlan(partnership), loadKeyCard(partnership)]);
  const { now, zone, theirZone, proposal, proposeFrom, lately, rhythm, offeredRhythm, upcoming, changes } = plan;
  const { seat, name, other, coupleId } = partnership;
  const pair = { seat, name, theirName: other.name, zone, theirZone };
  return (
    <Page width="wide" title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <Words namespaces={["plan", "unlock", "account"]}>
        <Told>
          <ZoneQuestion zone={zone} tellZone={tellZone} />
          <div className="grid gap-6 lg:grid-cols-2">
            <div className="grid content-start gap-6">
              {keys.shut && keys.card && <KeyCard standing={keys.card} name={other.name} shut />}
              {proposal === null ? (
                !keys.shut && <Asking {...{ pair, proposeFrom, lately, now }} />
              ) : (
                <ProposalCard
                  key={proposal.proposalId}
                  {...{ proposal, pair, coupleId, now }}
                  unlocksHere
                  answer={answerProposal}
                  withdraw={withdrawProposal}
                />
              )}
              {offeredRhythm && (
                <OfferedRhythm
                  rhythm={offeredRhythm}
                  pair={pair}
                  replaces={rhythm !== null}
                  agree={agreeRhythm}
                  decline={declineRhythm}
                />
              )}
              <Agenda
                {...{ upcoming, pair }}
                move={movePlanned}
                skip={skipPlanned}
                moveFollowing={rhythm === null ? null : moveFollowing}
              />
            </div>
            <div className="grid content-start gap-6">
              {(rhythm !== null || offeredRhythm === null) && (
                <RhythmCard rhythm={rhythm} pair={pair} end={endRhythm} />
              )}
              <ChangesList changes={changes} pair={pair} />
            </div>
          </div>
        </Told>
      </Words>
    </Page>
  );
}
