import { expect, it, vi } from "vitest";
import { wrapAnew } from "@/components/auth/wrap-anew";
import { coupleIdSchema } from "@/lib/ids";
import { ok } from "@/lib/result";
import { utf8 } from "@/lib/sealing/bytes";
import { makeCoupleKey, openSealedCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import { makeIdentity, unwrapPrivateKey, wrapPrivateKey } from "@/lib/sealing/identity";
import { deriveAccountKeys } from "@/lib/sealing/keys";
import { deriveRecoveryKey, makeRecoverySecret } from "@/lib/sealing/recovery";

// Stretching a password takes a worker, which there is none of here. All that follows from it is real.
const keysOf = async (password: string, salt: string) =>
  deriveAccountKeys(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(`${salt}${password}`))));
vi.mock("@/components/keys/derive-keys", () => ({
  deriveKeys: async (password: string, salt: string) => ok(await keysOf(password, salt)),
}));

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");

async function onPaper() {
  const identity = await makeIdentity();
  const openWith = await deriveRecoveryKey(makeRecoverySecret());
  return { identity, openWith, wrapped: await wrapPrivateKey(openWith, identity) };
}

it("opens by the new password what was sealed before, with a salt of its own", async () => {
  const { identity, openWith, wrapped } = await onPaper();
  const raw = makeCoupleKey();
  const copy = await sealCoupleKeyTo(identity.publicKey, raw, coupleId, identity);
  const made = await wrapAnew({ openWith, wrapped, publicKey: identity.publicKey }, "a new one");
  if (!made.ok) throw new Error(made.refusal);
  const { sent } = made.value;
  const { wrapKey, authKey } = await keysOf("a new one", sent.salt);
  expect(sent.authKey).toBe(authKey);
  const again = await unwrapPrivateKey(wrapKey, sent.privateKeyByPassword, identity.publicKey);
  if (!again.ok) throw new Error(again.refusal);
  expect(await openSealedCoupleKey(again.value, copy, coupleId, identity.publicKey)).toEqual(ok(raw));
  const second = await wrapAnew({ openWith, wrapped, publicKey: identity.publicKey }, "a new one");
  expect(second.ok && second.value.sent.salt).not.toBe(sent.salt);
});

it("gives no private key that could be read out of the browser", async () => {
  const { identity, openWith, wrapped } = await onPaper();
  const made = await wrapAnew({ openWith, wrapped, publicKey: identity.publicKey }, "a new one");
  expect(made.ok && made.value.identity.privateKey.extractable).toBe(false);
});

it("makes nothing with another code, or for another's public key", async () => {
  const [mine, theirs] = [await onPaper(), await onPaper()];
  const refusal = { ok: false, refusal: "couldNotBeOpened" };
  const { openWith, wrapped, identity } = mine;
  expect(await wrapAnew({ openWith: theirs.openWith, wrapped, publicKey: identity.publicKey }, "x")).toEqual(refusal);
  expect(await wrapAnew({ openWith, wrapped, publicKey: theirs.identity.publicKey }, "x")).toEqual(refusal);
});
