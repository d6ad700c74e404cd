import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { KeepsakeCard } from "@/components/keep/keepsake-card";
import { TakeBack } from "@/components/keep/take-back";
import { Words } from "@/components/messages/words";
import { ReadAgain } from "@/components/read/read-again";
import { RecordTitle } from "@/components/read/record-title";
import { Page } from "@/components/ui/page";
import { loadRecord } from "@/server/check-ins/loaders";
import { leadToFormer, loadYeses } from "@/server/keeping/loaders";
import { loadMarginalia } from "@/server/reading/loaders";
import { sayKeepsakeYes, takeBack } from "../../actions";
import { removeNote } from "../actions";
import { addNote, answerCaption, offerCaption, removeCaption } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("read");
  return { title: t("title") };
}

export default async function RecordPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { partnership, record } = await loadRecord(id, leadToFormer);
  const { seat, name, other, coupleId } = partnership;
  const names = seat === "A" ? { A: name, B: other.name } : { A: other.name, B: name };
  const [marginalia, yeses] = await Promise.all([
    loadMarginalia(coupleId, record.checkInId),
    loadYeses(partnership, record.checkInId),
  ]);
  const actions = { addNote, offerCaption, answerCaption, removeCaption };
  return (
    <Page width="reading">
      <LiveRefresh />
      <Words namespaces={["read", "turn", "unlock", "account", "takeBack", "keepsake", "together"]}>
        <RecordTitle record={record} />
        <ReadAgain record={record} names={names} coupleId={coupleId} margin={{ marginalia, actions, removeNote }}>
          <TakeBack record={record} coupleId={coupleId} name={name} takeBack={takeBack} />
        </ReadAgain>
        <KeepsakeCard checkInId={record.checkInId} yeses={yeses} name={other.name} sayYes={sayKeepsakeYes} />
      </Words>
    </Page>
  );
}
