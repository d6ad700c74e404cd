import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { YourWords } from "@/components/keep/your-words";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { Devices } from "@/components/you/devices";
import { Profile } from "@/components/you/profile";
import { SignOut } from "@/components/you/sign-out";
import { loadYou } from "@/server/auth/loaders";
import { changeName, endDevice, signOutEverywhere, signOutHere } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("you");
  return { title: t("title") };
}

const pageOf = { password: "/you/password", code: "/you/recovery-code", look: "/look", leave: "/you/unlink" } as const;

export default async function YouPage() {
  const { actor, devices } = await loadYou();
  const t = await getTranslations("you");
  return (
    <Page title={t("title")}>
      <Words namespaces={["you", "account"]}>
        <Profile name={actor.name} email={actor.email} changeName={changeName} />
        <Devices devices={devices} endDevice={endDevice} signOutEverywhere={signOutEverywhere} />
        {(["password", "code", "look", "leave"] as const).map((part) => (
          <Card key={part} aria-labelledby={`you-${part}`} className="grid gap-3">
            <h2 id={`you-${part}`} className="text-lead font-semibold">
              {t(`${part}.title`)}
            </h2>
            <p className="max-w-measure text-muted">{t(`${part}.text`)}</p>
            <div>
              <ButtonLink href={pageOf[part]} tone="secondary" prefetch={false}>
                {t(`${part}.link`)}
              </ButtonLink>
            </div>
          </Card>
        ))}
        <YourWords />
        <SignOut signOut={signOutHere} />
      </Words>
    </Page>
  );
}
