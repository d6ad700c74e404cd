"use client";

import { useCallback, useMemo } from "react";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import { type KeysAway, useKeysHere } from "@/components/auth/use-keys-here";
import type { CoupleId } from "@/lib/ids";

export type CoupleKey = { state: "opening" } | { state: "ready"; key: CryptoKey } | KeysAway;

/**
 * The key that seals and opens a couple's words, non-extractable. From this device when it is there; otherwise the sealed
 * copy is opened with the person's own key and kept. Needs `KeysProvider` (app/(couple)/layout) around it.
 */
export function useCoupleKey(coupleId: CoupleId): CoupleKey {
  const look = useCallback(
    async (loadOwnKeys: LoadOwnKeys) => {
      const { openCoupleKey } = await import("@/components/auth/couple-key-here");
      return openCoupleKey(coupleId, loadOwnKeys);
    },
    [coupleId],
  );
  const found = useKeysHere(look);
  return useMemo(() => (found.state === "ready" ? { state: "ready", key: found.value } : found), [found]);
}
