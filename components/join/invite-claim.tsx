"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import { RefusalNotice, type Refused } from "@/components/join/refusal";
import { SixWords } from "@/components/join/six-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { coupleIdSchema, invitationIdSchema } from "@/lib/ids";
import type { OwnInvitation } from "@/lib/invitation/invitation";
import { openSealedCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import type { Identity } from "@/lib/sealing/identity";

type Claimant = NonNullable<OwnInvitation["claimant"]>;

export type InviteClaimProps = {
  invitation: OwnInvitation;
  claimant: Claimant;
  identity: Identity;
  confirm: Action<{ invitationId: string; claimantId: string; sealedKey: string }>;
  reject: Action<{ invitationId: string; claimantId: string }>;
};

/** Somebody asks with the code. The key is sealed to them here, once their six words were compared and not before. */
export function InviteClaim({ invitation, claimant, identity, confirm, reject }: InviteClaimProps) {
  const t = useTranslations("invite.claim");
  const [shown, setShown] = useState(false);
  const [pending, setPending] = useState<"yes" | "no" | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const onShown = useCallback(() => setShown(true), []);
  const about = { invitationId: invitation.id, claimantId: claimant.id };

  const letIn = async () => {
    const coupleId = coupleIdSchema.parse(invitation.coupleId);
    const raw = await openSealedCoupleKey(identity, invitation.inviterSealedCoupleKey, coupleId, identity.publicKey);
    if (!raw.ok) return raw;
    const sealedKey = await sealCoupleKeyTo(claimant.publicKey, raw.value, coupleId, identity);
    return ask(confirm, { ...about, sealedKey });
  };
  const answer = async (word: "yes" | "no") => {
    setPending(word);
    const given = await (word === "yes" ? letIn() : ask(reject, about)).catch(() => ({
      ok: false as const,
      refusal: "unavailable",
    }));
    setPending(null);
    setRefused(given.ok ? null : given);
  };

  const names = { name: claimant.name };
  return (
    <Card tone="us" role="status" aria-labelledby="claim" className="grid gap-4">
      <h2 id="claim" className="text-lead font-semibold">
        {claimant.confirmed ? t("confirmed", names) : t("title", names)}
      </h2>
      <p>{claimant.confirmed ? t("confirmedText") : t("compare", names)}</p>
      <SixWords
        about={invitationIdSchema.parse(invitation.id)}
        inviterPublicKey={identity.publicKey}
        claimantPublicKey={claimant.publicKey}
        onShown={onShown}
      />
      {!claimant.confirmed && <p className="text-small">{t("different")}</p>}
      <RefusalNotice refused={refused} />
      <div className="flex flex-wrap gap-2">
        {!claimant.confirmed && (
          <Button
            onClick={() => answer("yes")}
            disabled={!shown || pending === "no"}
            pending={pending === "yes"}
            pendingWords={t("sending", names)}
          >
            {t("yes")}
          </Button>
        )}
        <Button tone="secondary" onClick={() => answer("no")} disabled={pending === "yes"} pending={pending === "no"}>
          {t("no")}
        </Button>
      </div>
    </Card>
  );
}
