"use client";

import { useTranslations } from "next-intl";
import { TextLink } from "@/components/auth/text-link";
import { UnlockForm } from "@/components/auth/unlock-form";
import type { KeysAway as Away } from "@/components/auth/use-keys-here";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** What stands before keys that are not here, and the next step. Needs `unlock` and `account`. */
export function KeysAway({ found }: { found: Away }) {
  const t = useTranslations("unlock");
  switch (found.state) {
    case "locked":
      return <UnlockForm unlock={found.unlock} />;
    case "shut":
      return (
        <Notice tone="warn" title={t("shut.title")}>
          <p>{t("shut.text")}</p>
          <TextLink href="/you/let-in">{t("shut.link")}</TextLink>
        </Notice>
      );
    case "unreachable":
      return (
        <Notice tone="warn" title={t("unreachable.title")}>
          <p>{t("unreachable.text")}</p>
          <Button tone="secondary" className="mt-3" onClick={found.again}>
            {t("unreachable.again")}
          </Button>
        </Notice>
      );
  }
}
