import { useTranslations } from "next-intl";
import { TextLink } from "@/components/auth/text-link";
import { Card } from "@/components/ui/card";

/** What else there is for calendars: one file for one check-in, and the title that both ways show. */
export function AroundCalendar({ title }: { title: string }) {
  const t = useTranslations("calendarFeed.others");
  return (
    <Card aria-labelledby="around-calendar" className="grid gap-2">
      <h2 id="around-calendar" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <p>{t("text")}</p>
      <TextLink href="/plan">{t("plan")}</TextLink>
      <p className="[overflow-wrap:anywhere]">{t("titleText", { title })}</p>
      <TextLink href="/you/notices">{t("changeTitle")}</TextLink>
    </Card>
  );
}
