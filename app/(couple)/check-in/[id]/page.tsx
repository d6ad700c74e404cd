import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LateWaysProvider } from "@/components/check-in/late-ways";
import { RoomPage } from "@/components/check-in/room-page";
import { LetGo } from "@/components/keep/let-go";
import { Words } from "@/components/messages/words";
import { PartnerShell } from "@/components/shell/partner-shell";
import { loadCheckInPage } from "@/server/check-ins/loaders";
import { loadNext, loadPlannedOf } from "@/server/plans/loaders";
import { takeBack } from "../../actions";
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
  return (
    <PartnerShell current="none">
      <Words namespaces={[...namespaces, ...(ways ? (["plan"] as const) : [])]}>
        <LateWaysProvider ways={ways}>
          <RoomPage
            first={{ view, now }}
            coupleId={coupleId}
            names={names}
            ownWords={<LetGo coupleId={coupleId} checkInId={view.checkInId} takeBack={takeBack} />}
          />
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
