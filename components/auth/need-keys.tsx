"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { UnlockForm } from "@/components/auth/unlock-form";
import { useCoupleKey } from "@/components/auth/use-couple-key";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { CoupleId } from "@/lib/ids";

export type NeedKeysProps = { coupleId: CoupleId; children: (key: CryptoKey) => ReactNode };

/**
 * Shows its children once the couple's key is there, and until then what stands in the way and the next step. Needs `unlock`
 * and `account`, and `KeysProvider` around it.
 */
export function NeedKeys({ coupleId, children }: NeedKeysProps) {
  const t = useTranslations("unlock");
  const found = useCoupleKey(coupleId);
  switch (found.state) {
    case "ready":
      return children(found.key);
    case "opening":
      return <Skeleton label={t("opening")} />;
    case "locked":
      return <UnlockForm unlock={found.unlock} />;
    case "shut":
      return (
        <Notice tone="warn" title={t("shut.title")}>
          {t("shut.text")}
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
