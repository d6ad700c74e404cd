import { describe, expect, it } from "vitest";
import { coupleIdSchema } from "@/lib/ids";
import { newInvitationSchema } from "@/lib/invitation/invitation";
import { toBase64url } from "@/lib/sealing/bytes";
import { importCoupleKey, openSealedCoupleKey, unwrapCoupleKeyWithSecret } from "@/lib/sealing/couple-key";
import { makeIdentity } from "@/lib/sealing/identity";
import { hashInvitationProof, invitationProof } from "@/lib/sealing/invitation-proof";
import { makeInvitation, openInvitationWords } from "@/lib/sealing/make-invitation";

const coupleId = coupleIdSchema.parse("0198c0de-0000-7000-8000-000000000001");
const elsewhere = coupleIdSchema.parse("0198c0de-0000-7000-8000-000000000002");

async function made(text: string | null) {
  const mara = await makeIdentity();
  const invitation = await makeInvitation(mara, coupleId, text);
  if (!invitation.ok) throw new Error(invitation.refusal);
  return { mara, ...invitation.value };
}

describe("an invitation", () => {
  it("is opened by the link's secret, and its words with it", async () => {
    const { sent, secret } = await made("Shall we?");
    const raw = await unwrapCoupleKeyWithSecret(secret, sent.coupleKeyBySecret, coupleId);
    if (!raw.ok) throw new Error(raw.refusal);
    const key = await importCoupleKey(raw.value);
    expect(await openInvitationWords(key, coupleId, sent.words)).toEqual({ ok: true, value: "Shall we?" });
    expect(await openInvitationWords(key, elsewhere, sent.words)).toEqual({ ok: false, refusal: "couldNotBeOpened" });
  });

  it("keeps a copy of the same key for the inviter", async () => {
    const { mara, sent, secret } = await made(null);
    const own = await openSealedCoupleKey(mara, sent.inviterSealedCoupleKey, coupleId, mara.publicKey);
    expect(own).toEqual(await unwrapCoupleKeyWithSecret(secret, sent.coupleKeyBySecret, coupleId));
    expect(own.ok).toBe(true);
  });

  it("sends the server nothing that opens it: no secret, no proof, no words", async () => {
    const { sent, secret, coupleKey } = await made("Zebrafink");
    const text = JSON.stringify(sent);
    expect(text).not.toContain(toBase64url(secret));
    expect(text).not.toContain(await invitationProof(secret));
    expect(text).not.toContain("Zebrafink");
    expect(coupleKey.extractable).toBe(false);
  });

  it("is what the server takes, with words or without", async () => {
    for (const words of ["Shall we?", "", null]) {
      const { sent } = await made(words);
      expect(newInvitationSchema.parse(sent)).toEqual(sent);
    }
  });

  it("is refused, and not cut, when the words are longer than fits", async () => {
    const mara = await makeIdentity();
    expect(await makeInvitation(mara, coupleId, "a".repeat(601))).toEqual({ ok: false, refusal: "tooLong" });
  });
});

describe("an invitation's proof", () => {
  const secret = Uint8Array.from({ length: 16 }, (_, i) => i);

  it("is derived as it always was", async () => {
    // Checked against Python's hmac and hashlib (RFC 5869 with an empty salt).
    expect(await invitationProof(secret)).toBe("kVnW_ikhdh4mr0vBqJlqohrBdnlX3o4XVi9YMnoTSFM");
    expect(await hashInvitationProof(await invitationProof(secret))).toBe(
      "ihXoDUuN0ZMEniaQpf-yg6nvKptqvdhhMvI3bLcaOl8",
    );
  });
});
