import { describe, expect, test } from "vitest";
import { coupleIdSchema } from "@/lib/ids";
import { randomBytes } from "@/lib/sealing/bytes";
import {
  importCoupleKey,
  makeCoupleKey,
  openSealedCoupleKey,
  sealCoupleKeyTo,
  sealedCoupleKeySchema,
  unwrapCoupleKeyWithSecret,
  wrapCoupleKeyWithSecret,
} from "@/lib/sealing/couple-key";
import {
  importPublicKey,
  makeIdentity,
  publicKeySchema,
  rewrapPrivateKey,
  unwrapPrivateKey,
  wrapPrivateKey,
  wrappedPrivateKeySchema,
} from "@/lib/sealing/identity";
import { makeInvitationSecret } from "@/lib/sealing/invitation-secret";
import { deriveAccountKeys } from "@/lib/sealing/keys";
import { deriveRecoveryKey, makeRecoverySecret } from "@/lib/sealing/recovery";

const couldNotBeOpened = { ok: false, refusal: "couldNotBeOpened" };
const couple = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const otherCouple = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000002");
const someWrapKey = async () => (await deriveAccountKeys(randomBytes(32))).wrapKey;

describe("a private key", () => {
  test("comes back from its wrap, and then cannot be read out", async () => {
    const [wrapKey, made] = [await someWrapKey(), await makeIdentity()];
    const opened = await unwrapPrivateKey(wrapKey, await wrapPrivateKey(wrapKey, made), made.publicKey);
    if (!opened.ok) throw new Error(opened.refusal);
    expect(opened.value.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("pkcs8", opened.value.privateKey)).rejects.toThrow();
  });

  test("opens by the new wrap after a change, and the key that wraps cannot be read out", async () => {
    const [old, fresh] = [await someWrapKey(), await deriveRecoveryKey(makeRecoverySecret())];
    const made = await makeIdentity();
    const again = await rewrapPrivateKey(old, await wrapPrivateKey(old, made), made.publicKey, fresh);
    if (!again.ok) throw new Error(again.refusal);
    expect(await unwrapPrivateKey(fresh, again.value, made.publicKey)).toMatchObject({ ok: true });
    expect(await unwrapPrivateKey(old, again.value, made.publicKey)).toEqual(couldNotBeOpened);
    expect([old.extractable, fresh.extractable]).toEqual([false, false]);
  });

  test("does not open beside another public key, by another password, or cut short", async () => {
    const [wrapKey, made, stranger] = [await someWrapKey(), await makeIdentity(), await makeIdentity()];
    const wrapped = await wrapPrivateKey(wrapKey, made);
    expect(await unwrapPrivateKey(wrapKey, wrapped, stranger.publicKey)).toEqual(couldNotBeOpened);
    expect(await unwrapPrivateKey(await someWrapKey(), wrapped, made.publicKey)).toEqual(couldNotBeOpened);
    expect(await unwrapPrivateKey(wrapKey, wrapped.slice(0, -4), made.publicKey)).toEqual(couldNotBeOpened);
    expect(await rewrapPrivateKey(wrapKey, "{}", made.publicKey, wrapKey)).toEqual(couldNotBeOpened);
  });

  test("has a shape that a server can check without opening it", async () => {
    const [wrapKey, made] = [await someWrapKey(), await makeIdentity()];
    expect(publicKeySchema.safeParse(made.publicKey).success).toBe(true);
    expect(publicKeySchema.safeParse(`${made.publicKey}A`).success).toBe(false);
    expect(wrappedPrivateKeySchema.safeParse(await wrapPrivateKey(wrapKey, made)).success).toBe(true);
    expect(wrappedPrivateKeySchema.safeParse("my password").success).toBe(false);
    await expect(importPublicKey(`B${"A".repeat(86)}`)).rejects.toThrow();
  });
});

describe("a couple key", () => {
  test("sealed from one to the other opens for that one alone, from that one alone, in that couple alone", async () => {
    const [anna, ben, host] = [await makeIdentity(), await makeIdentity(), await makeIdentity()];
    const raw = makeCoupleKey();
    const sealed = await sealCoupleKeyTo(ben.publicKey, raw, couple, anna);
    expect(sealedCoupleKeySchema.safeParse(sealed).success).toBe(true);
    expect(await openSealedCoupleKey(ben, sealed, couple, anna.publicKey)).toEqual({ ok: true, value: raw });
    expect(await openSealedCoupleKey(host, sealed, couple, anna.publicKey)).toEqual(couldNotBeOpened);
    expect(await openSealedCoupleKey(ben, sealed, couple, host.publicKey)).toEqual(couldNotBeOpened);
    expect(await openSealedCoupleKey(ben, sealed, otherCouple, anna.publicKey)).toEqual(couldNotBeOpened);
  });

  test("of a host's own making is noticed by both", async () => {
    const [anna, ben, host] = [await makeIdentity(), await makeIdentity(), await makeIdentity()];
    const toAnna = await sealCoupleKeyTo(anna.publicKey, makeCoupleKey(), couple, host);
    const toBen = await sealCoupleKeyTo(ben.publicKey, makeCoupleKey(), couple, host);
    expect(await openSealedCoupleKey(anna, toAnna, couple, anna.publicKey)).toEqual(couldNotBeOpened);
    expect(await openSealedCoupleKey(ben, toBen, couple, anna.publicKey)).toEqual(couldNotBeOpened);
  });

  test("opens by its invitation's secret, by no other, and for no other couple", async () => {
    const [secret, raw] = [makeInvitationSecret(), makeCoupleKey()];
    const wrapped = await wrapCoupleKeyWithSecret(secret, raw, couple);
    expect(await unwrapCoupleKeyWithSecret(secret, wrapped, couple)).toEqual({ ok: true, value: raw });
    expect(await unwrapCoupleKeyWithSecret(makeInvitationSecret(), wrapped, couple)).toEqual(couldNotBeOpened);
    expect(await unwrapCoupleKeyWithSecret(secret, wrapped, otherCouple)).toEqual(couldNotBeOpened);
  });

  test.each(["", "null", "{}", "[1]", '{"v":1,"n":"AAAAAAAAAAAAAAAA","c":"AAAA"}', "not json"])(
    "that is no sealed key could not be opened, and nothing throws: %s",
    async (text) => {
      const anna = await makeIdentity();
      expect(await openSealedCoupleKey(anna, text, couple, anna.publicKey)).toEqual(couldNotBeOpened);
      expect(await openSealedCoupleKey(anna, text, couple, "nobody")).toEqual(couldNotBeOpened);
      expect(await unwrapCoupleKeyWithSecret(makeInvitationSecret(), text, couple)).toEqual(couldNotBeOpened);
    },
  );

  test("for daily use cannot be read out", async () => {
    const key = await importCoupleKey(makeCoupleKey());
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });
});
