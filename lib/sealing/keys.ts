import { z } from "zod";
import { type Bytes, fromBase64url, toBase64url } from "@/lib/sealing/bytes";
import { hkdfBytes, hkdfKey } from "@/lib/sealing/hkdf";
import { masterKeyBytes } from "@/lib/sealing/kdf";

/** 32 bytes, base64url: what the browser sends in the place of a password. */
export const authKeySchema = z.string().refine((text) => fromBase64url(text)?.length === 32);

/** `authKey` goes to the server, which keeps a hash of it. `wrapKey` never leaves the browser and is non-extractable. */
export type AccountKeys = { authKey: string; wrapKey: CryptoKey };

/**
 * One password, two independent keys: HKDF-SHA-256 (RFC 5869) with a purpose each, as Bitwarden does, so that the server
 * can check the one and learns nothing about the other. Throws RangeError for anything but the 32 bytes of
 * `stretchPassword`.
 */
export async function deriveAccountKeys(masterKey: Bytes): Promise<AccountKeys> {
  if (masterKey.length !== masterKeyBytes) throw new RangeError(`a master key has ${masterKeyBytes} bytes`);
  const [auth, wrapKey] = await Promise.all([
    hkdfBytes(masterKey, "heard/auth/v1", 32),
    hkdfKey(masterKey, "heard/wrap/v1", ["wrapKey", "unwrapKey"]),
  ]);
  return { authKey: toBase64url(auth), wrapKey };
}
