"use client";

import { useTranslations } from "next-intl";
import { type IdentityHere, openOwnCopy } from "@/components/auth/couple-key-here";
import { ask } from "@/components/join/ask";
import { CompareAndAnswer } from "@/components/let-in/compare-and-answer";
import type { KeyStanding, LetInActions } from "@/components/let-in/standing";
import type { CoupleId } from "@/lib/ids";
import { sealCoupleKeyTo } from "@/lib/sealing/couple-key";

export type LetPartnerInProps = {
  coupleId: CoupleId;
  name: string;
  standing: KeyStanding;
  actions: LetInActions;
  here: IdentityHere;
};

/** The other one asks with new keys. The couple's key is sealed to them here, once six words were compared and not before. */
export function LetPartnerIn({ coupleId, name, standing, actions, here }: LetPartnerInProps) {
  const t = useTranslations("letIn");
  const { identity } = here;
  // The very key that the words on this screen are made of, and no other, is sealed to.
  const publicKey = standing.theirs;
  const answered = standing.asks?.answered ?? false;

  const letIn = async () => {
    const raw = await openOwnCopy(here, coupleId);
    if (raw === null) return { ok: false as const, refusal: "couldNotBeOpened" };
    const sealedKey = await sealCoupleKeyTo(publicKey, raw, coupleId, identity);
    return ask(actions.give, { coupleId, publicKey, ownPublicKey: identity.publicKey, sealedKey });
  };

  return (
    <CompareAndAnswer
      {...{ coupleId, name, own: identity.publicKey, theirs: publicKey }}
      title={t(answered ? "answered.title" : "asks.title", { name })}
      yes={answered ? undefined : { words: t("asks.yes"), does: letIn }}
      no={() => ask(actions.turnAway, { coupleId, publicKey })}
    >
      {answered ? (
        <p>{t("answered.text")}</p>
      ) : (
        <>
          <p>{t("asks.why", { name })}</p>
          <p>{t("asks.compare", { name })}</p>
        </>
      )}
    </CompareAndAnswer>
  );
}
