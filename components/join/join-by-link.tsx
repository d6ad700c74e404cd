"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { NeedIdentity } from "@/components/auth/need-identity";
import { InvitationWords } from "@/components/join/invitation-words";
import { JoinButton } from "@/components/join/join-button";
import { JoinDecline } from "@/components/join/join-decline";
import type { JoinInvitationProps } from "@/components/join/join-invitation";
import { SignUpToJoin } from "@/components/join/sign-up-to-join";
import { ButtonLink } from "@/components/ui/button-link";
import { Skeleton } from "@/components/ui/skeleton";
import { coupleIdSchema } from "@/lib/ids";
import type { Bytes } from "@/lib/sealing/bytes";
import { unwrapCoupleKeyWithSecret } from "@/lib/sealing/couple-key";
import { invitationProof } from "@/lib/sealing/invitation-proof";

export type JoinByLinkProps = Omit<JoinInvitationProps, "byCode"> & {
  secret: Bytes;
  /** The secret is another invitation's, or was changed on the way. */
  onWrongSecret: () => void;
  onDeclined: () => void;
};

type Opened = { coupleKey: Bytes; proof: string };

/** The link's secret opens the words here and joins; without an account one is made first, and the secret waits in this tab. */
export function JoinByLink(props: JoinByLinkProps) {
  const { invitation, signedIn, secret, onWrongSecret, accept, decline, onDeclined } = props;
  const t = useTranslations("join");
  const [opened, setOpened] = useState<Opened | null>(null);
  const { coupleId, coupleKeyBySecret } = invitation;
  useEffect(() => {
    let gone = false;
    const open = async () => {
      const key = await unwrapCoupleKeyWithSecret(secret, coupleKeyBySecret, coupleIdSchema.parse(coupleId));
      const proof = await invitationProof(secret);
      if (gone) return;
      if (key.ok) setOpened({ coupleKey: key.value, proof });
      else onWrongSecret();
    };
    void open();
    return () => {
      gone = true;
    };
  }, [secret, coupleId, coupleKeyBySecret, onWrongSecret]);

  if (opened === null) return <Skeleton label={t("opening")} />;
  return (
    <>
      <InvitationWords invitation={invitation} coupleKey={opened.coupleKey} />
      {props.children}
      <div className="grid gap-3">
        {signedIn ? (
          <NeedIdentity>{(identity) => <JoinButton {...{ invitation, identity, accept }} {...opened} />}</NeedIdentity>
        ) : (
          <SignUpToJoin name={invitation.inviter.name} next={`/join/${invitation.id}`} />
        )}
        <ButtonLink tone="secondary" wide href={signedIn ? "/us" : "/"} prefetch={false}>
          {t("notNow")}
        </ButtonLink>
        <JoinDecline {...{ invitation, decline, onDeclined }} proof={opened.proof} />
      </div>
    </>
  );
}
