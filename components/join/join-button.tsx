"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { goOn } from "@/components/auth/go-on";
import { type Action, ask } from "@/components/join/ask";
import { forgetLinkSecret } from "@/components/join/link-secret";
import { RefusalNotice, type Refused } from "@/components/join/refusal";
import { keepCoupleKey } from "@/components/keys/key-store";
import { Button } from "@/components/ui/button";
import { coupleIdSchema } from "@/lib/ids";
import type { OpenInvitation } from "@/lib/invitation/invitation";
import type { Bytes } from "@/lib/sealing/bytes";
import { importCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import type { Identity } from "@/lib/sealing/identity";

export type Accept = Action<{ invitationId: string; proof: string | null; sealedCoupleKey: string }>;

export type JoinButtonProps = {
  invitation: OpenInvitation;
  identity: Identity;
  coupleKey: Bytes;
  /** From the link's secret; null when the inviter has said who this is. */
  proof: string | null;
  accept: Accept;
};

/** Seals the couple key to oneself, joins, and goes on to *Us* by a whole new load. */
export function JoinButton({ invitation, identity, coupleKey, proof, accept }: JoinButtonProps) {
  const t = useTranslations("join");
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const join = async (): Promise<Refused | null> => {
    const coupleId = coupleIdSchema.parse(invitation.coupleId);
    const sealedCoupleKey = await sealCoupleKeyTo(identity.publicKey, coupleKey, coupleId, identity);
    const answer = await ask(accept, { invitationId: invitation.id, proof, sealedCoupleKey });
    if (!answer.ok) return answer;
    await keepCoupleKey(coupleId, await importCoupleKey(coupleKey));
    forgetLinkSecret(invitation.id);
    return null;
  };
  const press = async () => {
    setPending(true);
    setRefused(null);
    const problem = await join().catch(() => ({ refusal: "unavailable" }));
    if (problem === null) return goOn("/us");
    setPending(false);
    setRefused(problem);
  };
  return (
    <>
      <RefusalNotice refused={refused} />
      <Button wide onClick={press} pending={pending} pendingWords={t("joining")}>
        {t("join", { name: invitation.inviter.name })}
      </Button>
    </>
  );
}
