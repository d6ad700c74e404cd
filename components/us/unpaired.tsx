import { useTranslations } from "next-intl";
import { UnlinkedNote } from "@/components/join/unlinked-note";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";

export type UnpairedProps = {
  /** The own invitation that waits: until when (ISO 8601), and who asks with its code and is to be recognised. */
  open: { expiresAt: string; asks: string | null } | null;
  /** How the last invitation ended by itself. */
  lately: "declined" | "expired" | null;
  /** Whom this person was linked with until lately; without a name when that account is gone. */
  former: { name: string | null } | null;
};

/** For somebody who is not linked: what happened, and the ways to two. Needs `us` and `unlink`. */
export function Unpaired({ open, lately, former }: UnpairedProps) {
  const t = useTranslations("us.unpaired");
  return (
    <>
      {former && (
        <div className="grid gap-2">
          <UnlinkedNote name={former.name} />
          <ButtonLink href="/you/unlinked" tone="quiet" prefetch={false} className="-ml-4 justify-self-start">
            {t("former")}
          </ButtonLink>
        </div>
      )}
      {open ? <OpenInvitation {...open} /> : lately && <Notice quiet>{t(lately)}</Notice>}
      <div className="grid gap-3 sm:flex">
        {!open && <ButtonLink href="/us/invite">{t("invite")}</ButtonLink>}
        <ButtonLink href="/join" tone="secondary">
          {t("code")}
        </ButtonLink>
      </div>
      <Card tone="sunken" aria-labelledby="demo" className="grid gap-3">
        <h2 id="demo" className="text-lead font-semibold">
          {t("demoTitle")}
        </h2>
        <p>{t("demoText")}</p>
        <ButtonLink href="/demo" tone="secondary" className="justify-self-start">
          {t("demo")}
        </ButtonLink>
      </Card>
    </>
  );
}

function OpenInvitation({ expiresAt, asks }: NonNullable<UnpairedProps["open"]>) {
  const t = useTranslations("us.unpaired.open");
  return (
    <Card tone="us" aria-labelledby="open-invitation" className="grid gap-3">
      <h2 id="open-invitation" className="text-lead font-semibold">
        {asks === null ? t("title") : t("asks", { name: asks })}
      </h2>
      <p>{t.rich("until", { time: () => <LocalTime at={expiresAt} /> })}</p>
      <ButtonLink href="/us/invite" className="justify-self-start">
        {t(asks === null ? "see" : "compare")}
      </ButtonLink>
    </Card>
  );
}
