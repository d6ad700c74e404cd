"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { NeedIdentity } from "@/components/auth/need-identity";
import { type Action, ask } from "@/components/join/ask";
import { InvitationWords } from "@/components/join/invitation-words";
import { JoinButton } from "@/components/join/join-button";
import { JoinDecline } from "@/components/join/join-decline";
import type { JoinInvitationProps } from "@/components/join/join-invitation";
import { RefusalNotice, type Refused } from "@/components/join/refusal";
import { SignUpToJoin } from "@/components/join/sign-up-to-join";
import { SixWords } from "@/components/join/six-words";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { coupleIdSchema, invitationIdSchema } from "@/lib/ids";
import type { Bytes } from "@/lib/sealing/bytes";
import { openSealedCoupleKey } from "@/lib/sealing/couple-key";
import type { Identity } from "@/lib/sealing/identity";

export type JoinByCodeProps = Omit<JoinInvitationProps, "byCode"> & { onDeclined: () => void };

/** Without the link's secret: six words are compared by voice, and the inviter's own device hands the key over. */
export function JoinByCode(props: JoinByCodeProps) {
  const { invitation, signedIn } = props;
  const t = useTranslations("join");
  const { name } = invitation.inviter;
  return (
    <>
      {props.children}
      <Card tone="us" aria-labelledby="six-words" className="grid gap-4">
        <h2 id="six-words" className="text-lead font-semibold">
          {t("byCode.title")}
        </h2>
        <p>{t("byCode.text", { name })}</p>
        {signedIn ? (
          <NeedIdentity>{(identity) => <Claim {...props} identity={identity} />}</NeedIdentity>
        ) : (
          <SignUpToJoin name={name} next={`/join/${invitation.id}?by=code`} />
        )}
      </Card>
      <ButtonLink tone="secondary" wide href={signedIn ? "/us" : "/"} prefetch={false}>
        {t("notNow")}
      </ButtonLink>
    </>
  );
}

function Claim(props: JoinByCodeProps & { identity: Identity }) {
  const { invitation, identity, claim, withdraw } = props;
  const t = useTranslations("join.byCode");
  const name = { name: invitation.inviter.name };
  const { state } = invitation.claim;
  const turnedAway = useTurnedAway(state);
  switch (state) {
    case "none":
      return (
        <>
          {turnedAway.shown && <Notice tone="warn">{t("turnedAway", name)}</Notice>}
          <Ask invitationId={invitation.id} action={claim} label={t("ask", name)} pendingWords={t("asking")} />
        </>
      );
    case "taken":
      return <Notice tone="warn">{t("taken", name)}</Notice>;
    case "waiting":
      return (
        <>
          <p role="status" className="font-semibold">
            {t("waiting", name)}
          </p>
          <p>{t("read", name)}</p>
          <OwnSixWords {...{ invitation, identity }} />
          <Ask
            invitationId={invitation.id}
            action={withdraw}
            label={t("stop")}
            quiet
            onDone={turnedAway.leftByThemselves}
          />
        </>
      );
    case "confirmed":
      return (
        <>
          <p role="status" className="font-semibold">
            {t("confirmed", name)}
          </p>
          <OwnSixWords {...{ invitation, identity }} />
          <p>{t("confirmedText", name)}</p>
          <Confirmed {...props} sealedKey={invitation.claim.sealedKey} />
        </>
      );
  }
}

const OwnSixWords = ({ invitation, identity }: Pick<JoinByCodeProps, "invitation"> & { identity: Identity }) => (
  <SixWords
    about={invitationIdSchema.parse(invitation.id)}
    inviterPublicKey={invitation.inviter.publicKey}
    claimantPublicKey={identity.publicKey}
  />
);

/** Who was asking and is not any more, without having stopped by themselves, was told that the words differ. */
function useTurnedAway(state: string) {
  const [before, setBefore] = useState(state);
  const [shown, setShown] = useState(false);
  const [stopped, setStopped] = useState(false);
  if (before !== state) {
    setBefore(state);
    setShown(state === "none" && !stopped);
    setStopped(false);
  }
  return { shown, leftByThemselves: () => setStopped(true) };
}

type AskProps = {
  invitationId: string;
  action: Action<{ invitationId: string }>;
  label: string;
  pendingWords?: string;
  quiet?: boolean;
  onDone?: () => void;
};

function Ask({ invitationId, action, label, pendingWords, quiet = false, onDone }: AskProps) {
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const press = async () => {
    setPending(true);
    onDone?.();
    const answer = await ask(action, { invitationId });
    setPending(false);
    setRefused(answer.ok ? null : answer);
  };
  return (
    <>
      <RefusalNotice refused={refused} />
      <Button tone={quiet ? "quiet" : "primary"} onClick={press} pending={pending} pendingWords={pendingWords}>
        {label}
      </Button>
    </>
  );
}

/** The key that the inviter's device sealed to this one. It opens only if it came from the key that the words were made of. */
function Confirmed(props: JoinByCodeProps & { identity: Identity; sealedKey: string }) {
  const { invitation, identity, sealedKey, accept, decline, onDeclined } = props;
  const [coupleKey, setCoupleKey] = useState<Bytes | "opening" | "shut">("opening");
  const { coupleId, inviter } = invitation;
  useEffect(() => {
    let gone = false;
    openSealedCoupleKey(identity, sealedKey, coupleIdSchema.parse(coupleId), inviter.publicKey).then((opened) => {
      if (!gone) setCoupleKey(opened.ok ? opened.value : "shut");
    });
    return () => {
      gone = true;
    };
  }, [identity, sealedKey, coupleId, inviter.publicKey]);
  if (coupleKey === "opening") return null;
  if (coupleKey === "shut") return <RefusalNotice refused={{ refusal: "couldNotBeOpened" }} />;
  return (
    <>
      <InvitationWords invitation={invitation} coupleKey={coupleKey} />
      <JoinButton {...{ invitation, identity, coupleKey, accept }} proof={null} />
      <JoinDecline {...{ invitation, decline, onDeclined }} proof={null} />
    </>
  );
}
