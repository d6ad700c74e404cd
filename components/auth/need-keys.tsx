"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeysAway } from "@/components/auth/keys-away";
import { useCoupleKey } from "@/components/auth/use-couple-key";
import { Skeleton } from "@/components/ui/skeleton";
import { useLoaded } from "@/components/ui/use-loaded";
import type { CoupleId } from "@/lib/ids";

export type NeedKeysProps<T> = {
  coupleId: CoupleId;
  /** Imports what is shown behind the key, while the key is looked for. The same function each time. */
  load: () => Promise<T>;
  children: (key: CryptoKey, loaded: T) => ReactNode;
};

/**
 * Shows its children once the couple's key is there, and until then what stands in the way and the next step. Needs `unlock`
 * and `account`, and `KeysProvider` around it.
 */
export function NeedKeys<T>({ coupleId, load, children }: NeedKeysProps<T>) {
  const t = useTranslations("unlock");
  const found = useCoupleKey(coupleId);
  const loaded = useLoaded(load);
  if (found.state === "opening") return <Skeleton label={t("opening")} />;
  if (found.state !== "ready") return <KeysAway found={found} />;
  if (loaded.state === "ready") return children(found.key, loaded.value);
  return loaded.state === "opening" ? <Skeleton label={t("opening")} /> : <KeysAway found={loaded} />;
}
