"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { UnlockForm } from "@/components/auth/unlock-form";
import { useOwnIdentity } from "@/components/join/use-own-identity";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { Identity } from "@/lib/sealing/identity";

/**
 * Shows its children once one's own keys are there, and until then what stands in the way. Needs `unlock` and `account`, and
 * `KeysProvider` around it.
 */
export function NeedIdentity({ children }: { children: (identity: Identity) => ReactNode }) {
  const t = useTranslations("unlock");
  const found = useOwnIdentity();
  switch (found.state) {
    case "ready":
      return children(found.identity);
    case "opening":
      return <Skeleton label={t("opening")} />;
    case "locked":
      return <UnlockForm unlock={found.unlock} />;
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
