import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { LoopPage } from "@/components/loop/loop-page";
import { Words } from "@/components/messages/words";
import { ReadNav } from "@/components/read/read-nav";
import { Page } from "@/components/ui/page";
import { requirePartnership } from "@/server/couples/loaders";
import { loadLoop } from "@/server/reading/loaders";
import { catchLoop, chooseShape, emptyLane, listOwnPieces, saveLane, sayYes, takeBackYes, undoCatch } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("loop");
  return { title: t("title") };
}

export default async function OurLoopPage() {
  const partnership = await requirePartnership();
  const { coupleId, seat, name, other } = partnership;
  const [loop, t] = await Promise.all([loadLoop(partnership), getTranslations("loop")]);
  const names = seat === "A" ? { A: name, B: other.name } : { A: other.name, B: name };
  const actions = { saveLane, emptyLane, chooseShape, sayYes, takeBackYes, catchLoop, undoCatch, listOwnPieces };
  return (
    <Page width="reading" title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <ReadNav current="loop" />
      <Words namespaces={["loop", "unlock", "account"]}>
        <LoopPage loop={loop} coupleId={coupleId} seat={seat} names={names} actions={actions} />
      </Words>
      <p className="text-small text-muted print:hidden">
        {t("safety.text")}{" "}
        <Link href="/safety" prefetch={false} className="text-us underline underline-offset-4">
          {t("safety.link")}
        </Link>
      </p>
    </Page>
  );
}
