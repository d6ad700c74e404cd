import { randomBytes, randomUUID } from "node:crypto";
import type { PersonId } from "@/lib/ids";
import { type Identity, makeIdentity, wrapPrivateKey } from "@/lib/sealing/identity";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";
import { deriveAccountKeys } from "@/lib/sealing/keys";
import { deriveRecoveryKey, makeRecoverySecret } from "@/lib/sealing/recovery";
import { type Actor, findActor } from "@/server/auth/actor";
import { signUp } from "@/server/auth/service";
import { replaceSession } from "@/server/auth/sessions";

/** What a browser makes of a password, by the real key code; only the slow stretching is left out. */
export async function makePassword(identity: Identity) {
  const { authKey, wrapKey } = await deriveAccountKeys(new Uint8Array(randomBytes(32)));
  const privateKeyByPassword = await wrapPrivateKey(wrapKey, identity);
  return { authKey, salt: makeSalt(), kdf: kdfDefaults, privateKeyByPassword };
}

export async function makeCode(identity: Identity): Promise<string> {
  return wrapPrivateKey(await deriveRecoveryKey(makeRecoverySecret()), identity);
}

export type TestAccount = {
  personId: PersonId;
  email: string;
  identity: Identity;
  password: Awaited<ReturnType<typeof makePassword>>;
};

let visitors = 0;
/** Each from a network address of its own, so that no test eats another's tries. */
export const from = (): string => {
  visitors += 1;
  return `198.51.100.${visitors % 250}.${visitors}`;
};

export async function addAccount(name = "Mara"): Promise<TestAccount> {
  const identity = await makeIdentity();
  const password = await makePassword(identity);
  const email = `${randomUUID()}@heard.example`;
  const { publicKey } = identity;
  const privateKeyByRecoveryCode = await makeCode(identity);
  const made = await signUp({ ...password, email, name, agreed: true, publicKey, privateKeyByRecoveryCode }, from());
  if (!made.ok) throw new Error(made.refusal);
  return { personId: made.value.personId, email, identity, password };
}

export async function signIn({ personId }: Pick<TestAccount, "personId">): Promise<Actor> {
  const actor = await findActor(await replaceSession(null, personId, null));
  if (actor === null) throw new Error("not signed in");
  return actor;
}
