"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeysAway } from "@/components/auth/keys-away";
import { useCoupleKey } from "@/components/auth/use-couple-key";
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
  if (found.state === "ready") return children(found.key);
  return found.state === "opening" ? <Skeleton label={t("opening")} /> : <KeysAway found={found} />;
}
