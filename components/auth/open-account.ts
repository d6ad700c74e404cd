import type { Refused } from "@/components/auth/answers";
import type { MadeAccount } from "@/components/auth/make-account";
import { type NewAccount, sendSignUp } from "@/components/auth/send";
import { signInWith } from "@/components/auth/sign-in-with";

type Account = Pick<NewAccount, "name" | "email"> & MadeAccount;

/**
 * Sends the new account, signs in with it and keeps its key on this device. May be tried again after every refusal.
 *
 * @param unsure an earlier try got no answer, so a taken address may well be this very account: the key tells
 */
export async function openAccount(account: Account, unsure: boolean): Promise<{ ok: true; value: null } | Refused> {
  const { name, email, keys, identity } = account;
  const sent = await sendSignUp({ ...keys, name, email, agreed: true });
  const perhapsOurs = !sent.ok && sent.refusal === "addressTaken" && unsure;
  if (!sent.ok && !perhapsOurs) return sent;
  const signedIn = await signInWith(email, keys.authKey, identity);
  return !signedIn.ok && perhapsOurs && signedIn.refusal === "noMatch" && !sent.ok ? sent : signedIn;
}
