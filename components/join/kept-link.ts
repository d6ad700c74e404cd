import { dropDraft, findDraft, saveDraft } from "@/components/keys/drafts";
import type { CoupleId } from "@/lib/ids";
import type { Bytes } from "@/lib/sealing/bytes";
import { formatInvitationSecret, parseInvitationSecret } from "@/lib/sealing/invitation-secret";

// Where the inviter's own device keeps the link's secret, sealed with the couple key, so that the link can be shown again.
// It never goes anywhere else: another device of the same person can't show it.
const placeOf = (coupleId: CoupleId) => ({ coupleId, seat: "A", name: "invitation-link" }) as const;

export async function keepLinkSecret(coupleKey: CryptoKey, coupleId: CoupleId, secret: Bytes): Promise<void> {
  await saveDraft(coupleKey, placeOf(coupleId), formatInvitationSecret(secret));
}

/** Null on every device but the one that made it. */
export async function findLinkSecret(coupleKey: CryptoKey, coupleId: CoupleId): Promise<Bytes | null> {
  const kept = await findDraft(coupleKey, placeOf(coupleId));
  const secret = typeof kept === "string" ? parseInvitationSecret(kept) : null;
  return secret?.ok ? secret.value : null;
}

export const dropLinkSecret = (coupleId: CoupleId): void => dropDraft(placeOf(coupleId));
