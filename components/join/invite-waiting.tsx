"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import { InviteClaim, type InviteClaimProps } from "@/components/join/invite-claim";
import { InviteStart } from "@/components/join/invite-start";
import { dropLinkSecret } from "@/components/join/kept-link";
import { type Refused, useRefusalWords } from "@/components/join/refusal";
import { ShareLink } from "@/components/join/share-link";
import { useOwnInvitation } from "@/components/join/use-own-invitation";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { SpokenWords } from "@/components/ui/spoken-words";
import { coupleIdSchema } from "@/lib/ids";
import type { NewInvitation, OwnInvitation } from "@/lib/invitation/invitation";
import type { Identity } from "@/lib/sealing/identity";
import { formatInvitationCode } from "@/lib/sealing/invitation-code";

export type InviteWaitingProps = {
  identity: Identity;
  /** The inviter's own. */
  name: string;
  invitation: OwnInvitation;
  create: Action<NewInvitation>;
  revoke: Action<{ invitationId: string }>;
} & Pick<InviteClaimProps, "confirm" | "reject">;

/** The open invitation: every way to hand it over, whoever asks with its code, and the way to take it back. */
export function InviteWaiting(props: InviteWaitingProps) {
  const { identity, name, invitation, create } = props;
  const t = useTranslations("invite");
  const opened = useOwnInvitation(invitation, identity);
  const [again, setAgain] = useState(false);

  if (again)
    return (
      <div className="grid gap-6">
        <Notice title={t("again.title")}>{t("again.lead")}</Notice>
        <InviteStart identity={identity} create={create} onMade={() => setAgain(false)} />
        <Button tone="quiet" onClick={() => setAgain(false)}>
          {t("again.back")}
        </Button>
      </div>
    );
  return (
    <div className="grid gap-6">
      {invitation.claimant !== null && (
        // Another claimant is another card: nothing that was compared for one holds for the next.
        <InviteClaim key={invitation.claimant.publicKey} {...props} claimant={invitation.claimant} />
      )}
      {opened?.words && (
        <SpokenWords seat="A" name={name}>
          {opened.words}
        </SpokenWords>
      )}
      {opened !== null &&
        (opened.link === null ? (
          <Notice title={t("waiting.elsewhere")}>{t("waiting.elsewhereText")}</Notice>
        ) : (
          <ShareLink link={opened.link} />
        ))}
      <Card aria-labelledby="by-code" className="grid gap-3">
        <h2 id="by-code" className="text-lead font-semibold">
          {t("waiting.code")}
        </h2>
        <p className="text-center font-mono text-h1 font-semibold tracking-widest">
          {formatInvitationCode(invitation.code)}
        </p>
        <p>{t("waiting.codeHint", { place: `${window.location.host}/join` })}</p>
      </Card>
      <p className="text-muted">
        {t.rich("waiting.until", { time: () => <LocalTime key="until" at={invitation.expiresAt} /> })}
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink tone="secondary" href="/demo">
          {t("waiting.practise")}
        </ButtonLink>
        <Button tone="quiet" onClick={() => setAgain(true)}>
          {t("waiting.again")}
        </Button>
        <TakeBack {...props} />
      </div>
    </div>
  );
}

function TakeBack({ invitation, revoke }: Pick<InviteWaitingProps, "invitation" | "revoke">) {
  const t = useTranslations("invite.waiting");
  const wordsFor = useRefusalWords();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const takeBack = async () => {
    setPending(true);
    const answer = await ask(revoke, { invitationId: invitation.id });
    setPending(false);
    setRefused(answer.ok ? null : answer);
    // The page itself was read again by the action and shows that there is none any more.
    if (answer.ok) dropLinkSecret(coupleIdSchema.parse(invitation.coupleId));
  };
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {t("revoke")}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={takeBack}
        title={t("revokeTitle")}
        consequences={[t("revokeOne"), t("revokeTwo")]}
        confirmLabel={t("revoke")}
        pending={pending}
        pendingWords={t("revoking")}
        error={refused && wordsFor(refused)}
      />
    </>
  );
}
