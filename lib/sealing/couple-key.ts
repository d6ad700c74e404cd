import { z } from "zod";
import type { CoupleId } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import { boxSchema, openBox, parseJson, sealBox } from "@/lib/sealing/box";
import { type Bytes, fromBase64url, joinBytes, randomBytes, utf8 } from "@/lib/sealing/bytes";
import { hkdfKey } from "@/lib/sealing/hkdf";
import { type Identity, importPublicKey, makeIdentity, publicKeySchema } from "@/lib/sealing/identity";

/** 256 random bits that seal a couple's words. As bytes only while it is made or handed on; see `importCoupleKey`. */
export const makeCoupleKey = (): Bytes => randomBytes(32);

/** For daily use: non-extractable, so that no script can read it out of the browser. */
export const importCoupleKey = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

const sealedKeySchema = boxSchema.extend({ e: publicKeySchema });
/** What a server may look at before it keeps a sealed couple key. */
export const sealedCoupleKeySchema = z
  .string()
  .max(1024)
  .refine((text) => sealedKeySchema.safeParse(parseJson(text)).success);

/**
 * Seals the couple key to one person, from one person: the shape of HPKE's authenticated mode (RFC 9180, section 5.1.3).
 * Two agreements, a fresh pair's and the sender's own, go through HKDF-SHA-256 with every public point as salt into an
 * AES-256-GCM key that is used once. Without the sender in it, a server could seal a key of its own making to both partners
 * and read along. People seal to themselves too (`to` and `from` the same): that is the copy they keep.
 * Gives JSON text `{v: 1, e: the fresh public point, n, c}`. Rejects when `toPublicKey` is no point of the curve.
 */
export async function sealCoupleKeyTo(
  toPublicKey: string,
  raw: Bytes,
  coupleId: CoupleId,
  from: Identity,
): Promise<string> {
  const fresh = await makeIdentity();
  const [agreed, alsoAgreed] = await Promise.all([agree(fresh, toPublicKey), agree(from, toPublicKey)]);
  const points = [fresh.publicKey, toPublicKey, from.publicKey];
  const key = await keyFrom(joinBytes(agreed, alsoAgreed), points, coupleId, ["encrypt"]);
  return JSON.stringify({ ...(await sealBox(key, placeOf(coupleId), raw)), e: fresh.publicKey });
}

/**
 * The couple key's bytes. `fromPublicKey` is whoever must have sealed it: oneself for one's own copy, the partner whose six
 * words were compared for a copy just handed over. Everything else is refused, and nothing throws.
 */
export async function openSealedCoupleKey(
  identity: Identity,
  sealed: string,
  coupleId: CoupleId,
  fromPublicKey: string,
): Promise<Result<Bytes, "couldNotBeOpened">> {
  const parsed = sealedKeySchema.safeParse(parseJson(sealed));
  if (!parsed.success) return refuse("couldNotBeOpened");
  const { e, ...box } = parsed.data;
  try {
    const [agreed, alsoAgreed] = await Promise.all([agree(identity, e), agree(identity, fromPublicKey)]);
    const points = [e, identity.publicKey, fromPublicKey];
    const key = await keyFrom(joinBytes(agreed, alsoAgreed), points, coupleId, ["decrypt"]);
    return rawKeyOrRefusal(await openBox(key, placeOf(coupleId), box));
  } catch {
    return refuse("couldNotBeOpened");
  }
}

/** Wraps the couple key by the secret that only an invitation's link carries. JSON text `{v: 1, n, c}`. */
export async function wrapCoupleKeyWithSecret(secret: Bytes, raw: Bytes, coupleId: CoupleId): Promise<string> {
  const key = await hkdfKey(secret, "heard/invitation/v1", ["encrypt"]);
  return JSON.stringify(await sealBox(key, placeOf(coupleId), raw));
}

export async function unwrapCoupleKeyWithSecret(
  secret: Bytes,
  wrapped: string,
  coupleId: CoupleId,
): Promise<Result<Bytes, "couldNotBeOpened">> {
  const key = await hkdfKey(secret, "heard/invitation/v1", ["decrypt"]);
  return rawKeyOrRefusal(await openBox(key, placeOf(coupleId), wrapped));
}

/** In lower case, because PostgreSQL gives a uuid back in lower case however it was written. */
const placeOf = (coupleId: CoupleId) => utf8(`heard/couple-key/v1|${coupleId.toLowerCase()}`);

const rawKeyOrRefusal = (raw: Bytes | null) => (raw?.length === 32 ? ok(raw) : refuse("couldNotBeOpened"));

async function agree(own: Identity, otherPublicKey: string): Promise<Bytes> {
  const algorithm = { name: "ECDH", public: await importPublicKey(otherPublicKey) };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, own.privateKey, 256));
}

function keyFrom(secret: Bytes, publicKeys: readonly string[], coupleId: CoupleId, usages: KeyUsage[]) {
  const salt = joinBytes(...publicKeys.map((key) => fromBase64url(key) ?? new Uint8Array(0)));
  return hkdfKey(secret, `heard/couple-key/v1|${coupleId.toLowerCase()}`, usages, salt);
}
