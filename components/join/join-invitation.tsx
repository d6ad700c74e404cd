"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { Action } from "@/components/join/ask";
import type { Accept } from "@/components/join/join-button";
import { JoinByCode } from "@/components/join/join-by-code";
import { JoinByLink } from "@/components/join/join-by-link";
import type { Decline } from "@/components/join/join-decline";
import { type LinkSecret, takeLinkSecret } from "@/components/join/link-secret";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { OpenInvitation } from "@/lib/invitation/invitation";

export type JoinInvitationProps = {
  invitation: OpenInvitation;
  signedIn: boolean;
  /** Found by its code: that there is no secret is as it should be. */
  byCode: boolean;
  accept: Accept;
  decline: Decline;
  claim: Action<{ invitationId: string }>;
  withdraw: Action<{ invitationId: string }>;
  /** What each will see: the same for both ways. */
  children: ReactNode;
};

/** The invited person's page. With the link's secret they join at once; without it, by comparing six words. */
export function JoinInvitation({ byCode, ...props }: JoinInvitationProps) {
  const t = useTranslations("join");
  const [link, setLink] = useState<LinkSecret | null>(null);
  const [declined, setDeclined] = useState(false);
  const { id, inviter } = props.invitation;
  useEffect(() => setLink(takeLinkSecret(id)), [id]);
  const onWrongSecret = useCallback(() => setLink({ state: "garbled" }), []);
  const onDeclined = useCallback(() => setDeclined(true), []);

  if (declined)
    return (
      <Notice title={t("declined.title")}>
        <p>{t("declined.text")}</p>
        <ButtonLink tone="quiet" href="/safety" prefetch={false}>
          {t("declined.safety")}
        </ButtonLink>
      </Notice>
    );
  if (link === null) return <Skeleton label={t("opening")} />;
  if (link.state === "here") return <JoinByLink {...props} {...{ onWrongSecret, onDeclined }} secret={link.secret} />;
  const lost = link.state === "garbled" ? "wrongSecret" : "noSecret";
  return (
    <>
      {(link.state === "garbled" || !byCode) && (
        <Notice tone="warn" title={t(`${lost}.title`)}>
          {t(`${lost}.text`, { name: inviter.name })}
        </Notice>
      )}
      <JoinByCode {...props} onDeclined={onDeclined} />
    </>
  );
}
