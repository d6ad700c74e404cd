"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import { forgetLinkSecret } from "@/components/join/link-secret";
import { type Refused, useRefusalWords } from "@/components/join/refusal";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { OpenInvitation } from "@/lib/invitation/invitation";

export type Decline = Action<{ invitationId: string; proof: string | null }>;

export type JoinDeclineProps = {
  invitation: OpenInvitation;
  proof: string | null;
  decline: Decline;
  onDeclined: () => void;
};

/** "This isn't for me", after reading what the inviter will read. */
export function JoinDecline({ invitation, proof, decline, onDeclined }: JoinDeclineProps) {
  const t = useTranslations("join");
  const wordsFor = useRefusalWords();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const press = async () => {
    setPending(true);
    const answer = await ask(decline, { invitationId: invitation.id, proof });
    setPending(false);
    setRefused(answer.ok ? null : answer);
    if (!answer.ok) return;
    forgetLinkSecret(invitation.id);
    onDeclined();
  };
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {t("decline")}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={press}
        title={t("declineTitle")}
        consequences={[t("declineOne"), t("declineTwo", { name: invitation.inviter.name })]}
        confirmLabel={t("decline")}
        pending={pending}
        pendingWords={t("declining")}
        error={refused && wordsFor(refused)}
      />
    </>
  );
}
