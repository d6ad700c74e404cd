import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextInput } from "@/components/ui/text-input";

/** Where the form is taken: a route beside the page. */
const door = "/operator/mail/open";

export function OperatorToken({ isRefused }: { isRefused: boolean }) {
  const t = useTranslations("mailbox");
  return (
    <Page title={t("title")} lead={t("askLead")}>
      <form method="post" action={door} className="grid gap-4">
        <TextInput
          label={t("token")}
          name="token"
          type="password"
          autoComplete="off"
          required
          error={isRefused ? t("refused") : undefined}
        />
        <div>
          <Button type="submit">{t("open")}</Button>
        </div>
      </form>
    </Page>
  );
}
