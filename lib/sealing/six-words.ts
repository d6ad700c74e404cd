import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { CoupleId, InvitationId } from "@/lib/ids";
import { type Bytes, fromBase64url, joinBytes, utf8 } from "@/lib/sealing/bytes";

const rounds = 200_000;

/**
 * Six words that both screens show and two people compare, as Signal's safety numbers do: 66 bits of BIP 39's English list,
 * made from the keys of both. The one who lets in learns that no key was slipped in for the other's, and the other that the
 * couple key comes from them (`sealCoupleKeyTo`). Since a host that stands between could look for two false keys that
 * happen to give the same words (2^33 tries), each try is made slow: PBKDF2-SHA-256 (RFC 8018), a tenth of a second.
 * `about` is the invitation, or the couple when a partner is let back in. Rejects for a text that is no public key.
 */
export async function sixWords(of: {
  about: InvitationId | CoupleId;
  inviterPublicKey: string;
  claimantPublicKey: string;
}): Promise<string[]> {
  const points = joinBytes(pointOf(of.inviterPublicKey), pointOf(of.claimantPublicKey));
  const salt = utf8(`heard/six-words/v1|${of.about.toLowerCase()}`);
  const key = await crypto.subtle.importKey("raw", points, "PBKDF2", false, ["deriveBits"]);
  const algorithm = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 72));
  const number = bits.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 6n;
  return [5n, 4n, 3n, 2n, 1n, 0n].map((place) => wordlist[Number((number >> (place * 11n)) & 2047n)] ?? "");
}

function pointOf(publicKey: string): Bytes {
  const point = fromBase64url(publicKey);
  if (point?.length !== 65) throw new TypeError("not a public key");
  return point;
}
