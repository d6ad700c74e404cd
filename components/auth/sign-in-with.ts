import type { Refused } from "@/components/auth/answers";
import { sendSignIn } from "@/components/auth/send";
import { clearKeys } from "@/components/keys/clear-keys";
import { startKeyStore } from "@/components/keys/key-store";
import type { Identity } from "@/lib/sealing/identity";

/**
 * Signs this browser in and keeps the key that was just made or opened here. Whatever keys were here go first, before anybody is
 * signed in: whenever this page is closed, none of another account, and none that was given up, is left beside a sign-in.
 */
export async function signInWith(
  email: string,
  authKey: string,
  identity: Identity,
): Promise<{ ok: true; value: null } | Refused> {
  await clearKeys();
  const signedIn = await sendSignIn(email, authKey);
  if (signedIn.ok) await startKeyStore(identity);
  return signedIn;
}
