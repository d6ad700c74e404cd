import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { YourAccount } from "@/components/keep/your-account";
import { YourWords } from "@/components/keep/your-words";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { Devices } from "@/components/you/devices";
import { Profile } from "@/components/you/profile";
import { SignOut } from "@/components/you/sign-out";
import { YouCard } from "@/components/you/you-card";
import { loadYou } from "@/server/auth/loaders";
import { findPartnership } from "@/server/couples/loaders";
import { loadNotices } from "@/server/notices/loaders";
import { changeName, endDevice, signOutEverywhere, signOutHere } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("you");
  return { title: t("title") };
}

export default async function YouPage() {
  const [{ actor, devices }, { zone }, partnership] = await Promise.all([loadYou(), loadNotices(), findPartnership()]);
  const isLinked = partnership !== null;
  const t = await getTranslations("you");
  return (
    <Page title={t("title")}>
      <Words namespaces={["you", "account"]}>
        <Profile name={actor.name} email={actor.email} changeName={changeName} />
        {(["you", "us", "notices", "privacy"] as const).map((name) => (
          <YouCard key={name} {...{ name, isLinked, zone }} />
        ))}
        <Devices devices={devices} endDevice={endDevice} signOutEverywhere={signOutEverywhere} />
        <YourWords />
        <YouCard name="access" isLinked={isLinked} />
        <YouCard name="leave" isLinked={isLinked} />
        <YourAccount />
        <SignOut signOut={signOutHere} />
      </Words>
    </Page>
  );
}
