import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { LockScreen } from "@/components/you/notices/lock-screen";
import { NoticeSettings } from "@/components/you/notices/notice-settings";
import { QuietZone } from "@/components/you/notices/quiet-zone";
import { loadNotices } from "@/server/notices/loaders";
import { changeNotices, turnPushOff, turnPushOn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices");
  return { title: t("title") };
}

export default async function NoticesPage() {
  const { settings, zone, email, sendsMail, pushKey } = await loadNotices();
  const t = await getTranslations("notices");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <LiveRefresh />
      <Words namespaces={["notices"]}>
        <NoticeSettings
          {...{ settings, email, sendsMail, pushKey, turnPushOn, turnPushOff }}
          change={changeNotices}
          zone={<QuietZone zone={zone} />}
        />
      </Words>
      <LockScreen />
    </Page>
  );
}
