import { ok, type Result, refuse } from "@/lib/result";
import { type Bytes, randomBytes } from "@/lib/sealing/bytes";
import { hkdfKey } from "@/lib/sealing/hkdf";

/** Crockford's base32: no I, L, O (they read as digits) and no U. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeBytes = 16;
const codeLetters = 26;
const groups = [4, 4, 5, 4, 4, 5];

export const makeRecoverySecret = (): Bytes => randomBytes(codeBytes);

/** 128 bits and a 2-bit check as 26 letters: `XXXX-XXXX-XXXXX-XXXX-XXXX-XXXXX`. Shown once, for paper. */
export function formatRecoveryCode(secret: Bytes): string {
  let bits = (toBigInt(secret) << 2n) | checkOf(secret);
  let code = "";
  for (let i = 0; i < codeLetters; i++) {
    code = letters.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  let at = 0;
  return groups
    .map((size) => {
      at += size;
      return code.slice(at - size, at);
    })
    .join("-");
}

/**
 * Reads a code as people write it: any case, spaces and dashes anywhere, O for 0, I and L for 1. `mistyped`: the check
 * says so (it notices three of four slips; the key itself notices the rest).
 */
export function parseRecoveryCode(text: string): Result<Bytes, "wrongLength" | "unknownLetter" | "mistyped"> {
  const code = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if ([...code].some((letter) => !letters.includes(letter))) return refuse("unknownLetter");
  if (code.length !== codeLetters) return refuse("wrongLength");
  let bits = 0n;
  for (const letter of code) bits = (bits << 5n) | BigInt(letters.indexOf(letter));
  const secret = new Uint8Array(codeBytes);
  for (let i = 0; i < codeBytes; i++) secret[i] = Number((bits >> BigInt(2 + 8 * (codeBytes - 1 - i))) & 255n);
  return checkOf(secret) === (bits & 3n) ? ok(secret) : refuse("mistyped");
}

/** Wraps the private key a second time (HKDF-SHA-256, RFC 5869). 128 random bits need no slow hash. */
export const deriveRecoveryKey = (secret: Bytes): Promise<CryptoKey> =>
  hkdfKey(secret, "heard/recovery/v1", ["wrapKey", "unwrapKey"]);

const toBigInt = (bytes: Bytes) => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

/** The top two bits of 32-bit FNV-1a: every slip has three chances of four to be noticed. Not a secret's business. */
function checkOf(secret: Bytes): bigint {
  let hash = 0x811c9dc5;
  for (const byte of secret) hash = Math.imul(hash ^ byte, 0x01000193);
  return BigInt(hash >>> 30);
}
