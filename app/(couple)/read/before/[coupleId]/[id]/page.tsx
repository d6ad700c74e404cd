import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { BeforeBanner } from "@/components/keep/before-banner";
import { TakeBack } from "@/components/keep/take-back";
import { Words } from "@/components/messages/words";
import { ReadAgain } from "@/components/read/read-again";
import { RecordTitle } from "@/components/read/record-title";
import { Page } from "@/components/ui/page";
import { loadFormerRecord } from "@/server/keeping/loaders";
import { loadMarginalia } from "@/server/reading/loaders";
import { takeBack } from "../../../../actions";
import { removeNote } from "../../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("before");
  return { title: t("title") };
}

/** One check-in from before: to read, to print and to take one's own words out of. */
export default async function FormerRecordPage({ params }: { params: Promise<{ coupleId: string; id: string }> }) {
  const { coupleId, id } = await params;
  const { former, record } = await loadFormerRecord(coupleId, id);
  const t = await getTranslations("before");
  const { seat, name } = former;
  const otherName = former.otherName ?? t("someone");
  const names = seat === "A" ? { A: name, B: otherName } : { A: otherName, B: name };
  // Notes and the line of both go with the 30 days; until then they are read, and one's own note can go.
  const marginalia = former.readable === "both" ? await loadMarginalia(former.coupleId, record.checkInId) : null;
  const margin = marginalia ? { marginalia, actions: null, removeNote } : undefined;
  return (
    <Page width="reading">
      <LiveRefresh />
      <Words namespaces={["read", "before", "turn", "unlock", "account", "takeBack", "together"]}>
        <RecordTitle record={record} base={`/read/before/${former.coupleId}`} />
        <BeforeBanner {...former} />
        <ReadAgain record={record} names={names} coupleId={former.coupleId} margin={margin} isOver>
          <TakeBack record={record} coupleId={former.coupleId} name={name} takeBack={takeBack} />
        </ReadAgain>
      </Words>
    </Page>
  );
}
