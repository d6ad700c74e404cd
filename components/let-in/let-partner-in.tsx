"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { type IdentityHere, openOwnCopy } from "@/components/auth/couple-key-here";
import { ask } from "@/components/join/ask";
import { RefusalNotice, type Refused } from "@/components/join/refusal";
import { SixWords } from "@/components/join/six-words";
import type { KeyStanding, LetInActions } from "@/components/let-in/standing";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
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
  const [shown, setShown] = useState(false);
  const [pending, setPending] = useState<"yes" | "no" | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const onShown = useCallback(() => setShown(true), []);
  // The very key that the words on this screen are made of, and no other, is sealed to.
  const publicKey = standing.theirs;
  const answered = standing.asks?.answered ?? false;

  const letIn = async () => {
    const raw = await openOwnCopy(here, coupleId);
    if (raw === null) return { ok: false as const, refusal: "couldNotBeOpened" };
    const { identity } = here;
    const sealedKey = await sealCoupleKeyTo(publicKey, raw, coupleId, identity);
    return ask(actions.give, { coupleId, publicKey, ownPublicKey: identity.publicKey, sealedKey });
  };
  const answer = async (word: "yes" | "no") => {
    setPending(word);
    setRefused(null);
    const given = await (word === "yes" ? letIn() : ask(actions.turnAway, { coupleId, publicKey })).catch(() => ({
      ok: false as const,
      refusal: "unavailable",
    }));
    setPending(null);
    setRefused(given.ok ? null : given);
  };

  return (
    <Card tone="us" role="status" aria-labelledby="asks" className="grid gap-4">
      <h2 id="asks" className="text-lead font-semibold">
        {t(answered ? "answered.title" : "asks.title", { name })}
      </h2>
      {answered ? (
        <p>{t("answered.text")}</p>
      ) : (
        <>
          <p>{t("asks.why", { name })}</p>
          <p>{t("asks.compare", { name })}</p>
        </>
      )}
      <SixWords
        about={coupleId}
        inviterPublicKey={here.identity.publicKey}
        claimantPublicKey={publicKey}
        onShown={onShown}
      />
      {!answered && <p className="text-small">{t("asks.different")}</p>}
      <RefusalNotice refused={refused} />
      <div className="flex flex-wrap gap-2">
        {!answered && (
          <Button
            onClick={() => answer("yes")}
            disabled={!shown || pending === "no"}
            pending={pending === "yes"}
            pendingWords={t("asks.sealing", { name })}
          >
            {t("asks.yes")}
          </Button>
        )}
        <Button tone="secondary" onClick={() => answer("no")} disabled={pending === "yes"} pending={pending === "no"}>
          {t("asks.no")}
        </Button>
      </div>
    </Card>
  );
}
