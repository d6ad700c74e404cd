import { beforeEach, describe, expect, test } from "vitest";
import { clearKeys } from "@/components/keys/clear-keys";
import { findCoupleKey, findIdentity, keepCoupleKey, startKeyStore } from "@/components/keys/key-store";
import { coupleIdSchema } from "@/lib/ids";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { type Identity, makeIdentity } from "@/lib/sealing/identity";

// There is no IndexedDB here: this is a browser that keeps nothing. The other kind is seen to by the browser tests.

const couple = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const otherCouple = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000002");

async function someIdentity(): Promise<Identity> {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const { privateKey } = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  return { publicKey: "B", privateKey };
}

beforeEach(clearKeys);

describe("keys where a browser keeps nothing", () => {
  test("last as long as the page, and it is said", async () => {
    const identity = await someIdentity();
    const key = await importCoupleKey(makeCoupleKey());
    expect(await startKeyStore(identity)).toBe("inMemory");
    expect(await keepCoupleKey(couple, key)).toBe("inMemory");
    expect(await findIdentity()).toEqual(identity);
    expect(await findCoupleKey(couple)).toBe(key);
    expect(await findCoupleKey(otherCouple)).toBeNull();
  });

  test("are gone after clearing, and when somebody else signs in", async () => {
    await startKeyStore(await someIdentity());
    await keepCoupleKey(couple, await importCoupleKey(makeCoupleKey()));
    await startKeyStore(null);
    expect(await findIdentity()).toBeNull();
    expect(await findCoupleKey(couple)).toBeNull();
    await startKeyStore(await someIdentity());
    await clearKeys();
    expect(await findIdentity()).toBeNull();
  });

  test("are not kept when they could be read out", async () => {
    const extractable = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
    await expect(keepCoupleKey(couple, extractable)).rejects.toThrow(TypeError);
    await expect(startKeyStore(await makeIdentity())).rejects.toThrow(TypeError);
    expect(await findCoupleKey(couple)).toBeNull();
  });
});
