import { z } from "zod";
import { type Bytes, fromBase64url, randomBytes, toBase64url } from "@/lib/sealing/bytes";

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce (section 8.2.2: fine up to 2^32 boxes a key) and a 128-bit tag.
 * `n` is the nonce, `c` ciphertext and tag, both base64url. The additional data says where a box belongs; a box that was
 * moved elsewhere does not open.
 */
export const boxSchema = z.object({ v: z.literal(1), n: z.string().length(16), c: z.string() });
export type Box = z.infer<typeof boxSchema>;

export const nonceBytes = 12;
export const tagBytes = 16;

export const gcm = (nonce: Bytes, additionalData: Bytes) => ({
  name: "AES-GCM",
  iv: nonce,
  additionalData,
  tagLength: tagBytes * 8,
});

export async function sealBox(key: CryptoKey, additionalData: Bytes, plain: Bytes): Promise<Box> {
  const nonce = randomBytes(nonceBytes);
  const cipher = await crypto.subtle.encrypt(gcm(nonce, additionalData), key, plain);
  return { v: 1, n: toBase64url(nonce), c: toBase64url(new Uint8Array(cipher)) };
}

/** Null, and never an exception, for whatever was not sealed by this key with this additional data. */
export async function openBox(key: CryptoKey, additionalData: Bytes, box: unknown): Promise<Bytes | null> {
  const parts = readBox(box);
  if (!parts) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(parts.nonce, additionalData), key, parts.cipher));
  } catch {
    return null;
  }
}

/** The bytes of a box; from its JSON text as well, which is how wrapped keys are kept. */
export function readBox(box: unknown): { nonce: Bytes; cipher: Bytes } | null {
  const parsed = boxSchema.safeParse(typeof box === "string" ? parseJson(box) : box);
  if (!parsed.success) return null;
  const nonce = fromBase64url(parsed.data.n);
  const cipher = fromBase64url(parsed.data.c);
  return nonce?.length === nonceBytes && cipher && cipher.length >= tagBytes ? { nonce, cipher } : null;
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
