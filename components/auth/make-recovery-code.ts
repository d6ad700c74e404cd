import { type Refused, refused } from "@/components/auth/answers";
import { type LoadOwnKeys, ownKeysRefusal } from "@/components/auth/own-keys";
import { deriveKeys } from "@/components/keys/derive-keys";
import { rewrapPrivateKey, unwrapPrivateKey } from "@/lib/sealing/identity";
import { deriveRecoveryKey, formatRecoveryCode, makeRecoverySecret } from "@/lib/sealing/recovery";

export type NewRecoveryCode = { authKey: string; publicKey: string; privateKeyByRecoveryCode: string };
export type MadeRecoveryCode = { code: string; sent: NewRecoveryCode };

/** A new code and the private key under it. Nothing was sent: until it is, the old code holds. `noMatch`: not the password. */
export async function makeRecoveryCode(
  password: string,
  loadOwnKeys: LoadOwnKeys,
): Promise<{ ok: true; value: MadeRecoveryCode } | Refused> {
  const own = await loadOwnKeys();
  if (!own.ok) return refused(ownKeysRefusal(own.refusal));
  const { salt, kdf, publicKey, privateKeyByPassword } = own.value;
  const derived = await deriveKeys(password, salt, kdf);
  if (!derived.ok) return refused("cannotDerive");
  const { authKey, wrapKey } = derived.value;
  const secret = makeRecoverySecret();
  const recoveryKey = await deriveRecoveryKey(secret);
  const wrapped = await rewrapPrivateKey(wrapKey, privateKeyByPassword, publicKey, recoveryKey);
  if (!wrapped.ok) return refused("noMatch");
  // Opened once from what will be stored, before anybody writes the code down.
  if (!(await unwrapPrivateKey(recoveryKey, wrapped.value, publicKey)).ok) return refused("cannotDerive");
  const sent = { authKey, publicKey, privateKeyByRecoveryCode: wrapped.value };
  return { ok: true, value: { code: formatRecoveryCode(secret), sent } };
}
