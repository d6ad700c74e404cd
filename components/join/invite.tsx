"use client";

import { useTranslations } from "next-intl";
import { NeedIdentity } from "@/components/auth/need-identity";
import type { Action } from "@/components/join/ask";
import { InviteStart } from "@/components/join/invite-start";
import { InviteWaiting, type InviteWaitingProps } from "@/components/join/invite-waiting";
import { Notice } from "@/components/ui/notice";
import type { NewInvitation, OwnInvitation } from "@/lib/invitation/invitation";

export type InviteProps = {
  open: OwnInvitation | null;
  /** How the last one ended by itself, until there is a new one. */
  lately: "declined" | "expired" | null;
  create: Action<NewInvitation>;
} & Omit<InviteWaitingProps, "identity" | "invitation">;

/** The inviter's page: make an invitation, or hand over the one that is open. Needs `invite`, `linking`, `unlock`, `account`. */
export function Invite({ open, lately, ...rest }: InviteProps) {
  const t = useTranslations("invite.lately");
  return (
    <>
      {lately !== null && <Notice quiet>{t(lately)}</Notice>}
      <NeedIdentity>
        {(identity) =>
          open === null ? (
            <InviteStart identity={identity} create={rest.create} />
          ) : (
            <InviteWaiting key={open.id} {...rest} invitation={open} identity={identity} />
          )
        }
      </NeedIdentity>
    </>
  );
}
