import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { Lately } from "@/components/plan/lately";
import { NextCheckIn } from "@/components/plan/next-check-in";
import { NothingPlanned, nothingPlanned } from "@/components/plan/nothing-planned";
import { ProposalCard } from "@/components/plan/proposal-card";
import { OfferedRhythm } from "@/components/plan/rhythm-card";
import { Told } from "@/components/plan/told";
import { ZoneQuestion } from "@/components/plan/zone-question";
import { Page } from "@/components/ui/page";
import { KeyCard } from "@/components/us/key-card";
import { Last } from "@/components/us/last";
import { Running } from "@/components/us/running";
import { StartCheckIn } from "@/components/us/start-check-in";
import { StillGood } from "@/components/us/still-good";
import { Unpaired } from "@/components/us/unpaired";
import { listGuides } from "@/lib/guides/find-guide";
import { loadStillGood } from "@/server/agreements/loaders";
import { requireSignedIn } from "@/server/auth/loaders";
import { loadLast, loadRunning } from "@/server/check-ins/loaders";
import { findPartnership, loadUnpaired } from "@/server/couples/loaders";
import { loadKeyCard } from "@/server/keys/loaders";
import { loadNext } from "@/server/plans/loaders";
import {
  agreeRhythm,
  answerProposal,
  declineRhythm,
  moveFollowing,
  movePlanned,
  skipPlanned,
  startPlanned,
  tellZone,
  withdrawProposal,
} from "../plan-actions";
import { reviewAgreement, startCheckIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("us");
  return { title: t("title") };
}

export default async function UsPage() {
  const actor = await requireSignedIn();
  const partnership = await findPartnership();
  return partnership === null ? <OnePage actor={actor} /> : <TwoPage partnership={partnership} />;
}

type One = Awaited<ReturnType<typeof requireSignedIn>>;

async function OnePage({ actor }: { actor: One }) {
  const t = await getTranslations("us.unpaired");
  const { open, lately, former } = await loadUnpaired(actor);
  const { claimant = null, expiresAt = "" } = open ?? {};
  // Somebody who was recognised already has only to join; there is nothing left to compare.
  const asks = claimant && !claimant.confirmed ? claimant.name : null;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <Words namespaces={[]}>
        <Unpaired open={open && { expiresAt, asks }} lately={lately} former={former} />
      </Words>
    </Page>
  );
}

type Two = NonNullable<Awaited<ReturnType<typeof findPartnership>>>;

async function TwoPage({ partnership }: { partnership: Two }) {
  const t = await getTranslations("us.paired");
  const { seat, name, other, coupleId } = partnership;
  const [running, last, stillGood, plan, keys] = await Promise.all([
    loadRunning(partnership),
    loadLast(partnership),
    loadStillGood(partnership),
    loadNext(partnership),
    loadKeyCard(partnership),
  ]);
  const names = seat === "A" ? { A: name, B: other.name } : { A: other.name, B: name };
  const guides = listGuides().map(({ id, title, about, minutes }) => ({ id, title, about, minutes }));
  const { now, zone, theirZone, proposal, offeredRhythm, next, lately, lapsedAt } = plan;
  const pair = { seat, name, theirName: other.name, zone, theirZone };
  const gap = { lapsedAt, lastAt: last?.openedAt ?? null, now };
  const isOpen = running !== null || next !== null || proposal !== null || offeredRhythm !== null;
  // Nothing is asked or begun that could not be sealed: the card about the key says what comes first.
  const nothing = isOpen || keys.shut ? null : nothingPlanned(gap);
  const start = !keys.shut && <StartCheckIn guides={guides} theirName={other.name} start={startCheckIn} />;
  return (
    <Page title={t("title", { name: other.name })} width="wide">
      <LiveRefresh />
      <Words namespaces={["us", "turn", "agreements", "plan", "unlock", "account"]}>
        <Told>
          <ZoneQuestion zone={zone} tellZone={tellZone} />
          <div className="grid gap-6 lg:grid-cols-2">
            <div className="grid content-start gap-6">
              {keys.card && <KeyCard standing={keys.card} name={other.name} shut={keys.shut} />}
              {running && <Running running={running} theirName={other.name} now={now} />}
              {proposal && (
                <ProposalCard
                  key={proposal.proposalId}
                  {...{ proposal, pair, coupleId, now }}
                  unlocksHere={false}
                  answer={answerProposal}
                  withdraw={withdrawProposal}
                />
              )}
              {lately && !proposal && <Lately lately={lately} theirName={other.name} />}
              {offeredRhythm && (
                <OfferedRhythm
                  {...{ pair, rhythm: offeredRhythm }}
                  replaces={next?.fromRhythm ?? false}
                  agree={agreeRhythm}
                  decline={declineRhythm}
                />
              )}
              {next && (
                <NextCheckIn
                  {...{ next, pair, now, moveFollowing }}
                  start={keys.shut ? null : startPlanned}
                  move={movePlanned}
                  skip={skipPlanned}
                />
              )}
              {nothing && nothing !== "none" && <NothingPlanned pair={pair} {...gap} />}
              {!isOpen && start}
            </div>
            <div className="grid content-start gap-6">
              {isOpen && !running && start}
              {nothing === "none" && <NothingPlanned pair={pair} {...gap} />}
              {last && <Last last={last} />}
              {stillGood && (
                <StillGood agreement={stillGood} coupleId={coupleId} names={names} review={reviewAgreement} />
              )}
            </div>
          </div>
        </Told>
      </Words>
    </Page>
  );
}
