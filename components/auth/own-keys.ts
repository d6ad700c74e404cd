import type { Refused } from "@/components/auth/answers";
import type { Salt } from "@/components/auth/send";
import { deriveKeys } from "@/components/keys/derive-keys";
import { ok, type Result, refuse } from "@/lib/result";
import { type Identity, unwrapPrivateKey } from "@/lib/sealing/identity";

/** Everything sealed that a signed-in person's browser needs, as the server keeps it. */
export type OwnKeys = Salt & {
  publicKey: string;
  privateKeyByPassword: string;
  couples: { coupleId: string; sealedCoupleKey: string }[];
};

/** A server action: pages hand it down. */
export type LoadOwnKeys = () => Promise<{ ok: true; value: OwnKeys } | { ok: false; refusal: string }>;

export const ownKeysRefusal = (refusal: string): Refused["refusal"] =>
  refusal === "signedOut" ? "signedOut" : navigator.onLine === false ? "offline" : "unavailable";

/** The private key, non-extractable, by the password. `noMatch`: this password does not open it. */
export async function openOwnKeys(
  password: string,
  keys: OwnKeys,
): Promise<Result<Identity, "noMatch" | "cannotDerive">> {
  const derived = await deriveKeys(password, keys.salt, keys.kdf);
  if (!derived.ok) return refuse("cannotDerive");
  const identity = await unwrapPrivateKey(derived.value.wrapKey, keys.privateKeyByPassword, keys.publicKey);
  return identity.ok ? ok(identity.value) : refuse("noMatch");
}
