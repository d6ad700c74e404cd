"use client";

import { useEffect, useState } from "react";
import { findLinkSecret } from "@/components/join/kept-link";
import { coupleIdSchema } from "@/lib/ids";
import type { OwnInvitation } from "@/lib/invitation/invitation";
import { importCoupleKey, openSealedCoupleKey } from "@/lib/sealing/couple-key";
import type { Identity } from "@/lib/sealing/identity";
import { formatInvitationSecret } from "@/lib/sealing/invitation-secret";
import { openInvitationWords } from "@/lib/sealing/make-invitation";

/** `link` null: the secret is on the device that made the invitation. `words` null: they could not be opened. */
export type OpenedInvitation = { link: string | null; words: string | null };

/** Opens one's own invitation on this device; null while that is under way. */
export function useOwnInvitation(invitation: OwnInvitation, identity: Identity): OpenedInvitation | null {
  const [opened, setOpened] = useState<OpenedInvitation | null>(null);
  const { id, coupleId, inviterSealedCoupleKey, words } = invitation;
  // Each refresh brings new objects with the same things in them; the words are compared by what they are.
  const sealedWords = JSON.stringify(words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sealedWords stands for words
  useEffect(() => {
    let gone = false;
    openOwn({ id, coupleId, inviterSealedCoupleKey, words }, identity).then((found) => {
      if (!gone) setOpened(found);
    });
    return () => {
      gone = true;
    };
  }, [id, coupleId, inviterSealedCoupleKey, sealedWords, identity]);
  return opened;
}

type Needed = Pick<OwnInvitation, "id" | "coupleId" | "inviterSealedCoupleKey" | "words">;

async function openOwn(invitation: Needed, identity: Identity): Promise<OpenedInvitation> {
  const coupleId = coupleIdSchema.parse(invitation.coupleId);
  const raw = await openSealedCoupleKey(identity, invitation.inviterSealedCoupleKey, coupleId, identity.publicKey);
  if (!raw.ok) return { link: null, words: null };
  const coupleKey = await importCoupleKey(raw.value);
  const words = await openInvitationWords(coupleKey, coupleId, invitation.words);
  const secret = await findLinkSecret(coupleKey, coupleId);
  const link = secret && `${window.location.origin}/join/${invitation.id}#${formatInvitationSecret(secret)}`;
  return { link, words: words.ok ? words.value : null };
}
