import type { NewAccount } from "@/components/auth/send";
import { deriveKeys } from "@/components/keys/derive-keys";
import { ok, type Result, refuse } from "@/lib/result";
import { type Identity, makeIdentity, unwrapPrivateKey, wrapPrivateKey } from "@/lib/sealing/identity";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";
import { deriveRecoveryKey, formatRecoveryCode, makeRecoverySecret } from "@/lib/sealing/recovery";

/** All that a new account is made of. Nothing of it was sent: until it is, there is nothing to undo. */
export type MadeAccount = {
  keys: Omit<NewAccount, "email" | "name" | "agreed">;
  /** For daily use: the private key cannot be read out of the browser. */
  identity: Identity;
  recoveryCode: string;
};

export async function makeAccount(password: string): Promise<Result<MadeAccount, "cannotDerive">> {
  const salt = makeSalt();
  const derived = await deriveKeys(password, salt, kdfDefaults);
  if (!derived.ok) return refuse("cannotDerive");
  const { authKey, wrapKey } = derived.value;
  const fresh = await makeIdentity();
  const secret = makeRecoverySecret();
  const privateKeyByPassword = await wrapPrivateKey(wrapKey, fresh);
  const privateKeyByRecoveryCode = await wrapPrivateKey(await deriveRecoveryKey(secret), fresh);
  // Opened once from what will be stored: a wrap that does not open is found out now, and the extractable key is left behind.
  const identity = await unwrapPrivateKey(wrapKey, privateKeyByPassword, fresh.publicKey);
  if (!identity.ok) return refuse("cannotDerive");
  const { publicKey } = fresh;
  return ok({
    keys: { authKey, salt, kdf: kdfDefaults, publicKey, privateKeyByPassword, privateKeyByRecoveryCode },
    identity: identity.value,
    recoveryCode: formatRecoveryCode(secret),
  });
}
