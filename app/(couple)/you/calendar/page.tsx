import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Words } from "@/components/messages/words";
import { Page } from "@/components/ui/page";
import { AroundCalendar } from "@/components/you/calendar/around-calendar";
import { CalendarFeed } from "@/components/you/calendar/calendar-feed";
import { requireSignedIn } from "@/server/auth/loaders";
import { loadNotices } from "@/server/notices/loaders";
import { loadFeed } from "@/server/plans/loaders";
import { makeFeed, revokeFeed } from "../../plan-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendarFeed");
  return { title: t("title") };
}

export default async function CalendarPage() {
  const actor = await requireSignedIn();
  const t = await getTranslations("calendarFeed");
  const [feed, { settings }] = await Promise.all([loadFeed(actor), loadNotices()]);
  const createdAt = feed && new Date(feed.createdAt).toISOString();
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Words namespaces={["calendarFeed", "notices"]}>
        <CalendarFeed {...{ createdAt, makeFeed, revokeFeed }} />
      </Words>
      <AroundCalendar title={settings.calendarTitle} />
    </Page>
  );
}
