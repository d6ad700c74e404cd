import type { CoupleId } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import type { Bytes } from "@/lib/sealing/bytes";
import { contents } from "@/lib/sealing/contents";
import type { SealContext } from "@/lib/sealing/context";
import { importCoupleKey, makeCoupleKey, sealCoupleKeyTo, wrapCoupleKeyWithSecret } from "@/lib/sealing/couple-key";
import type { Identity } from "@/lib/sealing/identity";
import { hashInvitationProof, invitationProof } from "@/lib/sealing/invitation-proof";
import { makeInvitationSecret } from "@/lib/sealing/invitation-secret";
import { open } from "@/lib/sealing/open";
import { seal } from "@/lib/sealing/seal";
import type { Sealed } from "@/lib/sealing/sealed";

/** An invitation's words belong to the couple that may come of it and to no check-in; the inviter has seat A. */
const placeOf = (coupleId: CoupleId): SealContext => ({
  coupleId,
  checkInId: "-",
  kind: "invitation",
  authorSeat: "A",
  commandId: "-",
});

/** `sent` goes to the server, and nothing in it opens anything without `secret`, which goes into the link alone. */
export type MadeInvitation = {
  sent: {
    coupleId: CoupleId;
    coupleKeyBySecret: string;
    inviterSealedCoupleKey: string;
    secretProofHash: string;
    words: Sealed | null;
  };
  secret: Bytes;
  /** For daily use: non-extractable. */
  coupleKey: CryptoKey;
};

/** Makes a couple key for `coupleId` (a fresh UUID) and all that an invitation is made of. `text` null: no words. */
export async function makeInvitation(
  inviter: Identity,
  coupleId: CoupleId,
  text: string | null,
): Promise<Result<MadeInvitation, "tooLong">> {
  const raw = makeCoupleKey();
  const secret = makeInvitationSecret();
  const coupleKey = await importCoupleKey(raw);
  const sealed = text === null ? null : await seal(coupleKey, placeOf(coupleId), { text }, contents.invitation);
  if (sealed !== null && !sealed.ok) return refuse("tooLong");
  const sent = {
    coupleId,
    coupleKeyBySecret: await wrapCoupleKeyWithSecret(secret, raw, coupleId),
    inviterSealedCoupleKey: await sealCoupleKeyTo(inviter.publicKey, raw, coupleId, inviter),
    secretProofHash: await hashInvitationProof(await invitationProof(secret)),
    words: sealed?.value ?? null,
  };
  return ok({ sent, secret, coupleKey });
}

/** The words as text; `""` where there are none. */
export async function openInvitationWords(
  coupleKey: CryptoKey,
  coupleId: CoupleId,
  words: Sealed | null,
): Promise<Result<string, "couldNotBeOpened">> {
  if (words === null) return ok("");
  const opened = await open(coupleKey, placeOf(coupleId), words, contents.invitation);
  return opened.ok ? ok(opened.value.text ?? "") : opened;
}
