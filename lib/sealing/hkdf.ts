import { type Bytes, utf8 } from "@/lib/sealing/bytes";

const algorithm = (info: string, salt: Bytes) => ({ name: "HKDF", hash: "SHA-256", salt, info: utf8(info) });
const source = (secret: Bytes, usage: "deriveBits" | "deriveKey") =>
  crypto.subtle.importKey("raw", secret, "HKDF", false, [usage]);
const noSalt: Bytes = new Uint8Array(0);

/** HKDF-SHA-256 (RFC 5869), `length` in bytes. `info` keeps keys for different purposes apart: never reuse one. */
export async function hkdfBytes(secret: Bytes, info: string, length: number, salt = noSalt): Promise<Bytes> {
  const key = await source(secret, "deriveBits");
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm(info, salt), key, length * 8));
}

/** The same, straight into a non-extractable AES-256 key: its bytes never reach the program. */
export async function hkdfKey(secret: Bytes, info: string, usages: KeyUsage[], salt = noSalt): Promise<CryptoKey> {
  const key = await source(secret, "deriveKey");
  return crypto.subtle.deriveKey(algorithm(info, salt), key, { name: "AES-GCM", length: 256 }, false, usages);
}
