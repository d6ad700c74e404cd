"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { CoupleId, InvitationId } from "@/lib/ids";

export type SixWordsProps = {
  /** The invitation, or the couple where a partner is let back in. */
  about: InvitationId | CoupleId;
  /** Of the one who lets in. */
  inviterPublicKey: string;
  /** Of the one who is let in. */
  claimantPublicKey: string;
  /** Called once they are on the screen: nobody can have compared them before. */
  onShown?: () => void;
};

/** The words that two people read to each other, in order. Made from both keys, so a key that was slipped in changes them. */
export function SixWords({ about, inviterPublicKey, claimantPublicKey, onShown }: SixWordsProps) {
  const t = useTranslations("linking.sixWords");
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    setWords([]);
    // The list of words is loaded here alone; every other page does without it.
    import("@/lib/sealing/six-words")
      .then(({ sixWords }) => sixWords({ about, inviterPublicKey, claimantPublicKey }))
      .then(
        (made) => {
          if (gone) return;
          setWords(made);
          onShown?.();
        },
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [about, inviterPublicKey, claimantPublicKey, onShown]);
  if (words.length === 0) return <p role="status">{t("making")}</p>;
  return (
    <ol aria-label={t("label")} className="grid list-decimal grid-cols-2 gap-x-6 gap-y-1 pl-6 text-lead font-semibold">
      {words.map((word, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice, and they never change places
        <li key={place}>{word}</li>
      ))}
    </ol>
  );
}
