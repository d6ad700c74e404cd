"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { goOn } from "@/components/auth/go-on";
import { ask } from "@/components/join/ask";
import { keepCoupleKey } from "@/components/keys/key-store";
import { CompareAndAnswer } from "@/components/let-in/compare-and-answer";
import type { LetPartnerInProps } from "@/components/let-in/let-partner-in";
import { importCoupleKey, makeCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";

export type BeginAgainProps = LetPartnerInProps & {
  /** Hears that a new key is being kept, and whether that came to nothing: this card stays until the page goes on. */
  onBeginning: (under: boolean) => void;
};

/**
 * Neither has the couple key any more, and the other one asked to begin again: once the six words were compared, this device
 * makes a new one, for itself and for them. What the old one sealed stays shut.
 */
export function BeginAgain({ coupleId, name, standing, actions, here, onBeginning }: BeginAgainProps) {
  const t = useTranslations("letIn.anew");
  const { identity } = here;
  const ownPublicKey = identity.publicKey;
  const publicKey = standing.theirs;
  /** Sent again as it was, so that an answer that was lost does not leave a second key behind. */
  const made = useRef<{ sealedKey: string; sealedCoupleKey: string; key: CryptoKey }>(null);

  const begin = async () => {
    onBeginning(true);
    if (made.current === null) {
      const raw = makeCoupleKey();
      made.current = {
        sealedKey: await sealCoupleKeyTo(publicKey, raw, coupleId, identity),
        sealedCoupleKey: await sealCoupleKeyTo(ownPublicKey, raw, coupleId, identity),
        key: await importCoupleKey(raw),
      };
      raw.fill(0);
    }
    const { key, ...sealed } = made.current;
    const answer = await ask(actions.beginAgain, { coupleId, publicKey, ownPublicKey, ...sealed });
    if (answer.ok) {
      await keepCoupleKey(coupleId, key);
      // Back to the same six words: the other one looks at them once more.
      goOn("/you/let-in");
    } else onBeginning(false);
    return answer;
  };

  return (
    <CompareAndAnswer
      {...{ coupleId, name, own: ownPublicKey, theirs: publicKey }}
      title={t("title", { name })}
      yes={{ words: t("yes"), does: begin }}
      no={() => ask(actions.turnAway, { coupleId, publicKey })}
    >
      <p>{t("what", { name })}</p>
      <p>{t("old")}</p>
      <p>{t("compare", { name })}</p>
    </CompareAndAnswer>
  );
}
