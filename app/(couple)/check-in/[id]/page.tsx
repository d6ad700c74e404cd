import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { LateWaysProvider } from "@/components/check-in/late-ways";
import { RoomPage } from "@/components/check-in/room-page";
import { type StandingAgreements, StandingAgreementsProvider } from "@/components/check-in/standing-agreements";
import { LetGo } from "@/components/keep/let-go";
import { Words } from "@/components/messages/words";
import { PartnerShell } from "@/components/shell/partner-shell";
import { findGuide } from "@/lib/guides/find-guide";
import { loadStanding } from "@/server/agreements/loaders";
import { loadCheckInPage } from "@/server/check-ins/loaders";
import { loadNext, loadPlannedOf } from "@/server/plans/loaders";
import { takeBack } from "../../actions";
import { acceptChange, dropChange, offerChange, retireAgreement, reviewAgreement } from "../../agreement-actions";
import { movePlanned, writeInstead } from "../../plan-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("room");
  return { title: t("title") };
}

const namespaces = ["room", "turn", "request", "timeOut", "feelings", "unlock", "account", "takeBack"] as const;

export default async function CheckInPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { partnership, view, now } = await loadCheckInPage(id);
  const { seat, name, other, coupleId } = partnership;
  const names = seat === "A" ? { A: name, B: other.name } : { A: other.name, B: name };
  const ways = view.status === "lobby" ? await loadLateWays(partnership, view) : null;
  const agreements = reviewsAgreements(view) ? await loadAgreements(partnership) : null;
  return (
    <PartnerShell current="none">
      <Words
        namespaces={[
          ...namespaces,
          ...(ways ? (["plan"] as const) : []),
          ...(agreements ? (["agreements"] as const) : []),
        ]}
      >
        <LateWaysProvider ways={ways}>
          <StandingAgreementsProvider of={agreements}>
            <RoomPage
              first={{ view, now }}
              coupleId={coupleId}
              names={names}
              ownWords={<LetGo coupleId={coupleId} checkInId={view.checkInId} takeBack={takeBack} />}
            />
          </StandingAgreementsProvider>
        </LateWaysProvider>
      </Words>
    </PartnerShell>
  );
}

type Loaded = Awaited<ReturnType<typeof loadCheckInPage>>;

/** What can be done while one waits for the other: nothing of it is needed once both are there. */
async function loadLateWays(partnership: Loaded["partnership"], { checkInId, mode }: Loaded["view"]) {
  const [{ zone, theirZone }, planned] = await Promise.all([
    loadNext(partnership),
    loadPlannedOf(partnership, checkInId),
  ]);
  const { seat, name, other } = partnership;
  const pair = { seat, name, theirName: other.name, zone, theirZone };
  return { pair, checkInId, planned, isSpoken: mode === "spoken", move: movePlanned, write: writeInstead };
}

const reviewsAgreements = ({ guideId, guideVersion, end }: Loaded["view"]): boolean =>
  end === null &&
  (findGuide(guideId, guideVersion)?.stages ?? []).some((stage) => stage.kind === "gather" && stage.reviewsAgreements);

async function loadAgreements(partnership: Loaded["partnership"]): Promise<StandingAgreements> {
  return {
    standing: await loadStanding(partnership),
    coupleId: partnership.coupleId,
    actions: { acceptChange, dropChange, offerChange, retireAgreement, reviewAgreement },
    live: <LiveRefresh />,
  };
}
