"use client";

import { useCallback, useEffect, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { unlockHere } from "@/components/auth/couple-key-here";
import { useLoadOwnKeys } from "@/components/auth/keys-provider";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import { findIdentity } from "@/components/keys/key-store";
import type { Identity } from "@/lib/sealing/identity";

export type OwnIdentity =
  | { state: "opening" }
  | { state: "ready"; identity: Identity }
  /** Signed in, but this browser holds no key of theirs: the password brings it back. */
  | { state: "locked"; unlock: (password: string) => Promise<{ ok: true; value: null } | Refused> }
  | { state: "unreachable"; again: () => void };

type Looked = { state: "ready"; identity: Identity } | { state: "locked" } | { state: "unreachable" };

async function lookHere(loadOwnKeys: LoadOwnKeys): Promise<Looked> {
  const identity = await findIdentity();
  if (identity === null) return { state: "locked" };
  // The key may be of somebody who was signed in here before: only the one that the account names is used.
  const own = await loadOwnKeys();
  if (!own.ok) return { state: "unreachable" };
  return own.value.publicKey === identity.publicKey ? { state: "ready", identity } : { state: "locked" };
}

/** One's own key pair on this device. Needs `KeysProvider` around it, and somebody who is signed in. */
export function useOwnIdentity(): OwnIdentity {
  // As it was at first: whenever the page is read again the action is another object that does the same, and looking anew
  // would take what people are typing off the screen.
  const given = useLoadOwnKeys();
  const [loadOwnKeys] = useState<LoadOwnKeys>(() => given);
  const [found, setFound] = useState<OwnIdentity>({ state: "opening" });
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
    lookHere(loadOwnKeys)
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
  }, [loadOwnKeys, again, turn]);

  return found;
}
