import { z } from "zod";
import { type Refused, refused } from "@/components/auth/answers";
import { makeAccount } from "@/components/auth/make-account";
import { readAnswer } from "@/components/auth/read-answer";
import { type NewPassword, wrapAnew } from "@/components/auth/wrap-anew";
import type { Bytes } from "@/lib/sealing/bytes";
import type { Identity } from "@/lib/sealing/identity";
import { publicKeySchema } from "@/lib/sealing/identity";
import { deriveRecoveryKey } from "@/lib/sealing/recovery";

export type SentWithCode = NewPassword & { token: string; publicKey: string };
export type SentAnew = SentWithCode & { publicKeyBefore: string; privateKeyByRecoveryCode: string };

/** Server actions of the page that a recovery link opens. */
export type RecoverActions = {
  open: (input: { token: string }) => Promise<unknown>;
  withCode: (input: SentWithCode) => Promise<unknown>;
  anew: (input: SentAnew) => Promise<unknown>;
};

const recoverySchema = z.object({
  email: z.string(),
  name: z.string(),
  publicKey: publicKeySchema,
  privateKeyByRecoveryCode: z.string(),
});
export type Recovery = z.infer<typeof recoverySchema>;

/** Whose account the link is about. Asked once the page is used, never by opening it. */
export const openLink = async (open: RecoverActions["open"], token: string) =>
  readAnswer(await open({ token }).catch(() => null), recoverySchema);

/** All that is sent, and what signs in afterwards. Sent again as it is, it is the same change. */
export type Recovered = {
  email: string;
  authKey: string;
  identity: Identity;
  /** To be written down; null where the old one still holds. */
  recoveryCode: string | null;
  send: () => Promise<{ ok: true; value: null } | Refused>;
};

type Given = { actions: RecoverActions; token: string; of: Recovery; password: string };
type Made = { ok: true; value: Recovered } | Refused;

const readDone = async (sending: Promise<unknown>) => readAnswer(await sending.catch(() => null), z.null());

/** The private key, opened by the code and wrapped by the new password. `noMatch`: the code opens nothing of this account. */
export async function makeWithCode({ actions, token, of, password }: Given, code: Bytes): Promise<Made> {
  const { email, publicKey, privateKeyByRecoveryCode: wrapped } = of;
  const made = await wrapAnew({ openWith: await deriveRecoveryKey(code), wrapped, publicKey }, password);
  if (!made.ok) return refused(made.refusal === "couldNotBeOpened" ? "noMatch" : "cannotDerive");
  const { sent, identity } = made.value;
  const send = () => readDone(actions.withCode({ ...sent, token, publicKey }));
  return { ok: true, value: { email, authKey: sent.authKey, identity, recoveryCode: null, send } };
}

/** A new key pair in the place of the one that nothing opens any more, with a recovery code of its own. */
export async function makeAnew({ actions, token, of, password }: Given): Promise<Made> {
  const made = await makeAccount(password);
  if (!made.ok) return refused("cannotDerive");
  const { keys, identity, recoveryCode } = made.value;
  const send = () => readDone(actions.anew({ ...keys, token, publicKeyBefore: of.publicKey }));
  return { ok: true, value: { email: of.email, authKey: keys.authKey, identity, recoveryCode, send } };
}
