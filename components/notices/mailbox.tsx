import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { Page } from "@/components/ui/page";

type Line = { id: string; to: string; subject: string; heldAt: string };

/** Every mail that would have left, newest first. */
export function Mailbox({ leaves, mails }: { leaves: boolean; mails: readonly Line[] }) {
  const t = useTranslations("mailbox");
  return (
    <Page width="reading" title={t("title")} lead={leaves ? t("leaves") : t("held")}>
      {mails.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <ul className="grid gap-3">
          {mails.map(({ id, to, subject, heldAt }) => (
            <li key={id}>
              <Card className="grid gap-1">
                <Link
                  href={`/operator/mail/${id}`}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
                >
                  {subject}
                </Link>
                <p className="text-small text-muted">{to}</p>
                <p className="text-small text-muted">
                  <LocalTime at={heldAt} />
                </p>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
