import { useTranslations } from "next-intl";
import { UnlockForm } from "@/components/auth/unlock-form";
import type { CoupleKey } from "@/components/auth/use-couple-key";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";

export type LockedScreenProps = { found: Exclude<CoupleKey, { state: "ready" | "opening" }> };

/** The words of this check-in can't be opened on this device yet: what stands in the way, and the next step. */
export function LockedScreen({ found }: LockedScreenProps) {
  const t = useTranslations("unlock");
  const title = useTranslations("room")("title");
  return (
    <Page title={title}>
      {found.state === "locked" && <UnlockForm unlock={found.unlock} />}
      {found.state === "shut" && (
        <Notice tone="warn" title={t("shut.title")}>
          {t("shut.text")}
        </Notice>
      )}
      {found.state === "unreachable" && (
        <Notice tone="warn" title={t("unreachable.title")}>
          <p>{t("unreachable.text")}</p>
          <Button tone="secondary" className="mt-3" onClick={found.again}>
            {t("unreachable.again")}
          </Button>
        </Notice>
      )}
    </Page>
  );
}
