import { type Refused, refused } from "@/components/auth/answers";
import { type LoadOwnKeys, ownKeysRefusal } from "@/components/auth/own-keys";
import { askSalt, sendSignIn } from "@/components/auth/send";
import { clearKeys } from "@/components/keys/clear-keys";
import { deriveKeys } from "@/components/keys/derive-keys";
import { startKeyStore } from "@/components/keys/key-store";
import { unwrapPrivateKey } from "@/lib/sealing/identity";

/**
 * Signs this browser in and opens its keys: the salt, the two keys, the session, the private key. The password and what it
 * was stretched into are forgotten with this call.
 */
export async function signInHere(
  email: string,
  password: string,
  loadOwnKeys: LoadOwnKeys,
): Promise<{ ok: true; value: null } | Refused> {
  const salt = await askSalt(email);
  if (!salt.ok) return salt;
  const derived = await deriveKeys(password, salt.value.salt, salt.value.kdf);
  if (!derived.ok) return refused("cannotDerive");
  // Before anybody is signed in: whenever this page is closed, no key of another account, or one that was given up, is left behind.
  await clearKeys();
  const signedIn = await sendSignIn(email, derived.value.authKey);
  if (!signedIn.ok) return signedIn;
  const keys = await loadOwnKeys();
  if (!keys.ok) return refused(ownKeysRefusal(keys.refusal));
  const { privateKeyByPassword, publicKey } = keys.value;
  const identity = await unwrapPrivateKey(derived.value.wrapKey, privateKeyByPassword, publicKey);
  // Without it the person is signed in all the same; the pages that need keys ask for the password and say what is wrong.
  await startKeyStore(identity.ok ? identity.value : null);
  return signedIn;
}
