import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";

type HeldMailProps = {
  mail: {
    to: string;
    subject: string;
    headers: string;
    text: string | null;
    html: string | null;
    calendar: string | null;
  };
};

const plain = "overflow-x-auto whitespace-pre-wrap break-words rounded-card bg-sunken p-4 text-small";

/** One held mail: as text, as it would look, and what it brings for a calendar. The frame runs nothing and leads nowhere. */
export function HeldMail({ mail }: HeldMailProps) {
  const t = useTranslations("mailbox");
  const parts = [
    { key: "text", body: mail.text },
    { key: "calendar", body: mail.calendar },
    { key: "headers", body: mail.headers },
  ] as const;
  return (
    <Page width="reading" title={mail.subject} lead={t("to", { to: mail.to })}>
      {mail.html !== null && (
        <section aria-labelledby="html" className="grid gap-2">
          <h2 id="html" className="text-lead font-semibold">
            {t("part.html")}
          </h2>
          <iframe
            title={t("part.html")}
            sandbox=""
            srcDoc={withoutStyles(mail.html)}
            className="h-96 w-full rounded-card border border-border bg-surface"
          />
        </section>
      )}
      {parts.map(({ key, body }) =>
        body === null ? null : (
          <section key={key} aria-labelledby={key} className="grid gap-2">
            <h2 id={key} className="text-lead font-semibold">
              {t(`part.${key}`)}
            </h2>
            <pre className={plain}>{body}</pre>
          </section>
        ),
      )}
      <div>
        <ButtonLink tone="secondary" href="/operator/mail" prefetch={false}>
          {t("back")}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** The page's own policy holds in the frame too, and refuses style attributes by an error each. */
const withoutStyles = (html: string) => html.replace(/ style="[^"]*"/g, "");
