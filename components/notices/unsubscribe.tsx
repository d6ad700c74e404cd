import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";

type UnsubscribeProps = {
  mails: "mail" | "calendarMail";
  /** Where the form goes. */
  action: string;
  isDone: boolean;
};

/** A plain form, so that it works in whatever a mail program opens, without any script. */
export function Unsubscribe({ mails, action, isDone }: UnsubscribeProps) {
  const t = useTranslations("unsubscribe");
  const settings = (
    <ButtonLink tone="secondary" href="/you/notices" prefetch={false}>
      {t("settings")}
    </ButtonLink>
  );
  if (isDone) {
    return (
      <Page title={t("done.title")} lead={t("done.lead")}>
        <div className="flex flex-wrap gap-3">{settings}</div>
      </Page>
    );
  }
  return (
    <Page title={t(`title.${mails}`)} lead={t(`lead.${mails}`)}>
      <form method="post" action={action} className="flex flex-wrap gap-3">
        <input type="hidden" name="from" value="page" />
        <Button type="submit">{t("go")}</Button>
        {settings}
      </form>
    </Page>
  );
}
