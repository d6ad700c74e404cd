"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { IdentityHere } from "@/components/auth/couple-key-here";
import { KeysAway } from "@/components/auth/keys-away";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import { useKeysHere } from "@/components/auth/use-keys-here";
import { Skeleton } from "@/components/ui/skeleton";
import type { Identity } from "@/lib/sealing/identity";

const look = async (loadOwnKeys: LoadOwnKeys) => {
  const { openIdentity } = await import("@/components/auth/couple-key-here");
  return openIdentity(loadOwnKeys);
};

export type NeedIdentityProps = { children: (identity: Identity, here: IdentityHere) => ReactNode };

/**
 * Shows its children once one's own keys are there, and until then what stands in the way. Needs `unlock` and `account`, and
 * `KeysProvider` around it.
 */
export function NeedIdentity({ children }: NeedIdentityProps) {
  const t = useTranslations("unlock");
  const found = useKeysHere(look);
  if (found.state === "ready") return children(found.value.identity, found.value);
  return found.state === "opening" ? <Skeleton label={t("opening")} /> : <KeysAway found={found} />;
}
