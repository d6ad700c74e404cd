import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoomPage } from "@/components/check-in/room-page";
import { LetGo } from "@/components/keep/let-go";
import { Words } from "@/components/messages/words";
import { PartnerShell } from "@/components/shell/partner-shell";
import { loadCheckInPage } from "@/server/check-ins/loaders";
import { takeBack } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("room");
  return { title: t("title") };
}

export default async function CheckInPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { partnership, view, now } = await loadCheckInPage(id);
  const { seat, name, other, coupleId } = partnership;
  const names = seat === "A" ? { A: name, B: other.name } : { A: other.name, B: name };
  return (
    <PartnerShell current="none">
      <Words namespaces={["room", "turn", "request", "timeOut", "feelings", "unlock", "account", "takeBack"]}>
        <RoomPage
          first={{ view, now }}
          coupleId={coupleId}
          names={names}
          ownWords={<LetGo coupleId={coupleId} checkInId={view.checkInId} takeBack={takeBack} />}
        />
      </Words>
    </PartnerShell>
  );
}
