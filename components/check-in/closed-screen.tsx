import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import type { Closed } from "./room-client";

/** The room has closed for this page; what it means, and the way on. */
export function ClosedScreen({ closed }: { closed: Closed }) {
  const t = useTranslations("room.closed");
  return (
    <Page title={t(`${closed}.title`)} lead={t(`${closed}.words`)}>
      <div role="alert" className="sr-only">
        {t(`${closed}.title`)}
      </div>
      <div className="flex">
        {closed === "outOfDate" ? (
          <Button onClick={() => window.location.reload()}>{t("outOfDate.on")}</Button>
        ) : (
          // A whole load and no soft one: what this page knew belongs to who was signed in.
          <ButtonLink href={closed === "signedOut" ? signInHref() : "/us"} prefetch={false}>
            {t(`${closed}.on`)}
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}

const signInHref = () => `/sign-in?ended=1&next=${encodeURIComponent(window.location.pathname)}`;
