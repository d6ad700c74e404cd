import { useRef, useState } from "react";
import { useLoadOwnKeys } from "@/components/auth/keys-provider";
import { type Action, ask } from "@/components/join/ask";
import { archivePartSchema, cutIntoParts, messageMostCharacters, partsTogether } from "@/lib/export/archive";
import { seal } from "@/lib/sealing/seal";
import type { Sealed } from "@/lib/sealing/sealed";
import { makeArchiveKey, partContext } from "./archive-key";

export type ArchiveActions = {
  begin: Action<{ archiveId: string; sealedKey: string; parts: number }>;
  add: Action<{ archiveId: string; first: number; words: Sealed[] }, { isLast: boolean }>;
};

type Bringing = { archiveId: string; key: CryptoKey; sealedKey: string; parts: string[]; sent: number; begun: boolean };

/** Seals an export part by part and sends it. Cut off in the middle, it goes on with the part that comes next. */
export function useBringing({ begin, add }: ArchiveActions) {
  const loadOwnKeys = useLoadOwnKeys();
  const [progress, setProgress] = useState<{ sent: number; parts: number } | null>(null);
  const bringing = useRef<Bringing | null>(null);

  const prepare = async (text: string): Promise<Bringing | string> => {
    if (bringing.current) return bringing.current;
    const archiveId = crypto.randomUUID();
    const made = await makeArchiveKey(archiveId, loadOwnKeys);
    if (typeof made === "string") return made;
    bringing.current = { archiveId, ...made, parts: cutIntoParts(text), sent: 0, begun: false };
    return bringing.current;
  };

  /** @returns null when all of it is kept, or why it is not yet */
  const bring = async (text: string): Promise<string | null> => {
    const now = await prepare(text);
    if (typeof now === "string") return now;
    const { archiveId, sealedKey, parts } = now;
    if (!now.begun) {
      const answer = await ask(begin, { archiveId, sealedKey, parts: parts.length });
      if (!answer.ok) return answer.refusal;
      now.begun = true;
    }
    while (now.sent < parts.length) {
      setProgress({ sent: now.sent, parts: parts.length });
      const first = now.sent;
      const words = await sealSome(now);
      if (words === null) return "invalid";
      const answer = await ask(add, { archiveId, first, words });
      if (!answer.ok) return answer.refusal;
      now.sent += words.length;
    }
    bringing.current = null;
    setProgress(null);
    return null;
  };
  const forget = () => {
    bringing.current = null;
    setProgress(null);
  };
  return { progress, bring, forget };
}

/** The parts that come next, as many as one message takes; null where one can't be sealed. */
async function sealSome({ archiveId, key, parts, sent }: Bringing): Promise<Sealed[] | null> {
  const some: Sealed[] = [];
  let characters = 0;
  for (const [index, part] of parts.slice(sent, sent + partsTogether).entries()) {
    const sealed = await seal(key, partContext(archiveId, sent + index), part, archivePartSchema);
    if (!sealed.ok) return null;
    characters += JSON.stringify(sealed.value).length;
    if (characters > messageMostCharacters) break;
    some.push(sealed.value);
  }
  return some;
}
