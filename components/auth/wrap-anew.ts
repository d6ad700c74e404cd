import type { NewAccount } from "@/components/auth/send";
import { deriveKeys } from "@/components/keys/derive-keys";
import { ok, type Result, refuse } from "@/lib/result";
import { type Identity, rewrapPrivateKey, unwrapPrivateKey } from "@/lib/sealing/identity";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";

/** A password as the server may know it. The wrap holds a random nonce: sent twice, it is known to be the same change. */
export type NewPassword = Pick<NewAccount, "authKey" | "salt" | "kdf" | "privateKeyByPassword">;
export type WrappedAnew = { sent: NewPassword; publicKey: string; identity: Identity };
/** The private key as it is kept, and what opens it: by the password or by the recovery code. */
export type WrappedKey = { openWith: CryptoKey; wrapped: string; publicKey: string };

/** The same private key under a new password. Nothing was sent: until it is, the old one holds. */
export async function wrapAnew(
  { openWith, wrapped, publicKey }: WrappedKey,
  password: string,
): Promise<Result<WrappedAnew, "couldNotBeOpened" | "cannotDerive">> {
  // First, because it is quick: a wrong code or password is said before anything slow is done.
  if (!(await unwrapPrivateKey(openWith, wrapped, publicKey)).ok) return refuse("couldNotBeOpened");
  const salt = makeSalt();
  const derived = await deriveKeys(password, salt, kdfDefaults);
  if (!derived.ok) return refuse("cannotDerive");
  const { authKey, wrapKey } = derived.value;
  const rewrapped = await rewrapPrivateKey(openWith, wrapped, publicKey, wrapKey);
  if (!rewrapped.ok) return rewrapped;
  // Opened once from what will be stored: a wrap that does not open never takes the place of one that does.
  const identity = await unwrapPrivateKey(wrapKey, rewrapped.value, publicKey);
  if (!identity.ok) return identity;
  const sent = { authKey, salt, kdf: kdfDefaults, privateKeyByPassword: rewrapped.value };
  return ok({ sent, publicKey, identity: identity.value });
}
