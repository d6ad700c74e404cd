import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { classes } from "@/components/ui/classes";
import { Page } from "@/components/ui/page";
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
  const [running, last, stillGood] = await Promise.all([
    loadRunning(partnership),
    loadLast(partnership),
    loadStillGood(partnership),
  ]);
  const names = seat === "A" ? { A: name, B: other.name } : { A: other.name, B: name };
  const guides = listGuides().map(({ id, title, about, minutes }) => ({ id, title, about, minutes }));
  return (
    <Page title={t("title", { name: other.name })} width={last ? "wide" : "room"}>
      <LiveRefresh />
      <Words namespaces={["us", "turn", "agreements"]}>
        <div className={classes("grid gap-6", last && "lg:grid-cols-2")}>
          {running ? (
            <Running running={running} theirName={other.name} now={Date.now()} />
          ) : (
            <StartCheckIn guides={guides} theirName={other.name} start={startCheckIn} />
          )}
          {last && <Last last={last} />}
          {stillGood && <StillGood agreement={stillGood} coupleId={coupleId} names={names} review={reviewAgreement} />}
        </div>
      </Words>
    </Page>
  );
}
