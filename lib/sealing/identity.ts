import { z } from "zod";
import { ok, type Result, refuse } from "@/lib/result";
import { gcm, nonceBytes, readBox } from "@/lib/sealing/box";
import { fromBase64url, randomBytes, toBase64url, utf8 } from "@/lib/sealing/bytes";

/**
 * A person's ECDH P-256 pair: it receives the couple key. `publicKey` is the uncompressed point, base64url. Daily use
 * needs no more of the private key than `deriveBits`; only a pair just made, or just being wrapped anew, is extractable.
 */
export type Identity = { publicKey: string; privateKey: CryptoKey };

const curve = { name: "ECDH", namedCurve: "P-256" };

/** 65 bytes that begin with 4. Whether the point is on the curve is found out by WebCrypto, which refuses to import it. */
export const publicKeySchema = z.string().regex(/^B[A-P][A-Za-z0-9_-]{85}$/);
/** A private key wrapped by `wrapPrivateKey`: what a server may look at before it keeps one. */
export const wrappedPrivateKeySchema = z
  .string()
  .max(1024)
  .refine((text) => readBox(text) !== null);

/** Extractable, so that it can be wrapped. Wrap it, then keep what `unwrapPrivateKey` gives. */
export async function makeIdentity(): Promise<Identity> {
  const pair = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  const point = await crypto.subtle.exportKey("raw", pair.publicKey);
  return { publicKey: toBase64url(new Uint8Array(point)), privateKey: pair.privateKey };
}

/** Rejects for a text that is no point of the curve. */
export async function importPublicKey(publicKey: string): Promise<CryptoKey> {
  const point = fromBase64url(publicKey);
  if (!point) throw new TypeError("not a public key");
  return crypto.subtle.importKey("raw", point, curve, false, []);
}

// The public key is bound in: a server that shows people another one as their own would have them seal the couple key to it.
const boundTo = (publicKey: string) => utf8(`heard/private-key/v1|${publicKey}`);

/** PKCS #8 wrapped by AES-256-GCM, as JSON text `{v: 1, n, c}`. `wrapKey`: by password (`keys`) or by recovery code (`recovery`). */
export async function wrapPrivateKey(wrapKey: CryptoKey, identity: Identity): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  const algorithm = gcm(nonce, boundTo(identity.publicKey));
  const wrapped = await crypto.subtle.wrapKey("pkcs8", identity.privateKey, wrapKey, algorithm);
  return JSON.stringify({ v: 1, n: toBase64url(nonce), c: toBase64url(new Uint8Array(wrapped)) });
}

type Unwrapped = Promise<Result<Identity, "couldNotBeOpened">>;

/** Non-extractable, for daily use. Refused when the key, the text or the public key is another than it was wrapped with. */
export const unwrapPrivateKey = (wrapKey: CryptoKey, wrapped: string, publicKey: string): Unwrapped =>
  unwrap(wrapKey, wrapped, publicKey, false);

/** From the old wrap to a new one, for a new password or a new recovery code. The extractable key lives in here alone. */
export async function rewrapPrivateKey(
  oldWrapKey: CryptoKey,
  wrapped: string,
  publicKey: string,
  newWrapKey: CryptoKey,
): Promise<Result<string, "couldNotBeOpened">> {
  const opened = await unwrap(oldWrapKey, wrapped, publicKey, true);
  return opened.ok ? ok(await wrapPrivateKey(newWrapKey, opened.value)) : opened;
}

async function unwrap(wrapKey: CryptoKey, wrapped: string, publicKey: string, extractable: boolean): Unwrapped {
  const box = readBox(wrapped);
  if (!box) return refuse("couldNotBeOpened");
  const algorithm = gcm(box.nonce, boundTo(publicKey));
  try {
    const privateKey = await crypto.subtle.unwrapKey("pkcs8", box.cipher, wrapKey, algorithm, curve, extractable, [
      "deriveBits",
    ]);
    return ok({ publicKey, privateKey });
  } catch {
    return refuse("couldNotBeOpened");
  }
}
