"use client";

import { useCallback, useEffect, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { useLoadOwnKeys } from "@/components/auth/keys-provider";
import type { LoadOwnKeys } from "@/components/auth/own-keys";

/** What was found on this device and at the server. `shut`: the couple's key was not sealed to this person, or does not open. */
export type Looked<T> =
  | { state: "ready"; value: T }
  | { state: "locked" }
  | { state: "shut" }
  | { state: "unreachable" };

/** What stands before keys that are not here. */
export type KeysAway =
  /** This browser holds no key of this person (its storage was cleared): their password opens it again. */
  | { state: "locked"; unlock: (password: string) => Promise<{ ok: true; value: null } | Refused> }
  | { state: "shut" }
  | { state: "unreachable"; again: () => void };

export type KeysHere<T> = { state: "opening" } | { state: "ready"; value: T } | KeysAway;

/**
 * Looks for keys, and again once the password was given. `look` has to stay the same function between renders, or what people
 * are typing goes off the screen. Needs `KeysProvider` (app/(couple)/layout) around it.
 */
export function useKeysHere<T>(look: (loadOwnKeys: LoadOwnKeys) => Promise<Looked<T>>): KeysHere<T> {
  const loadOwnKeys = useLoadOwnKeys();
  const [found, setFound] = useState<KeysHere<T>>({ state: "opening" });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn looks again
  useEffect(() => {
    let gone = false;
    setFound({ state: "opening" });
    const unlock = async (password: string) => {
      const answer = await import("@/components/auth/couple-key-here")
        .then(({ unlockHere }) => unlockHere(password, loadOwnKeys))
        .catch(() => refused("unavailable"));
      if (answer.ok && !gone) again();
      return answer;
    };
    look(loadOwnKeys)
      .catch(() => ({ state: "unreachable" }) as const)
      .then((looked) => {
        if (gone) return;
        if (looked.state === "locked") setFound({ state: "locked", unlock });
        else if (looked.state === "unreachable") setFound({ state: "unreachable", again });
        else setFound(looked);
      });
    return () => {
      gone = true;
    };
  }, [look, loadOwnKeys, again, turn]);

  return found;
}
