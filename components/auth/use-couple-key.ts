"use client";

import { useCallback, useEffect, useState } from "react";
import type { Refused } from "@/components/auth/answers";
import { refused } from "@/components/auth/answers";
import { openCoupleKey, unlockHere } from "@/components/auth/couple-key-here";
import { useLoadOwnKeys } from "@/components/auth/keys-provider";
import type { CoupleId } from "@/lib/ids";

export type CoupleKey =
  | { state: "opening" }
  | { state: "ready"; key: CryptoKey }
  /** This browser holds no key of this person (its storage was cleared): their password opens it again. */
  | { state: "locked"; unlock: (password: string) => Promise<{ ok: true; value: null } | Refused> }
  /** The couple's key was not sealed to this person, or cannot be opened by them. */
  | { state: "shut" }
  | { state: "unreachable"; again: () => void };

/**
 * The key that seals and opens a couple's words, non-extractable. From this device when it is there; otherwise the sealed
 * copy is opened with the person's own key and kept. Needs `KeysProvider` (app/(couple)/layout) around it.
 */
export function useCoupleKey(coupleId: CoupleId): CoupleKey {
  const loadOwnKeys = useLoadOwnKeys();
  const [found, setFound] = useState<CoupleKey>({ state: "opening" });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn looks again
  useEffect(() => {
    let gone = false;
    setFound({ state: "opening" });
    const unlock = async (password: string) => {
      const answer = await unlockHere(password, loadOwnKeys).catch(() => refused("unavailable"));
      if (answer.ok && !gone) again();
      return answer;
    };
    openCoupleKey(coupleId, loadOwnKeys)
      .catch(() => ({ state: "unreachable" }) as const)
      .then((opened) => {
        if (gone) return;
        if (opened.state === "locked") setFound({ state: "locked", unlock });
        else if (opened.state === "unreachable") setFound({ state: "unreachable", again });
        else setFound(opened);
      });
    return () => {
      gone = true;
    };
  }, [coupleId, loadOwnKeys, again, turn]);

  return found;
}
