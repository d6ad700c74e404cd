import { randomBytes, randomUUID } from "node:crypto";
import type { CoupleId, PersonId } from "@/lib/ids";
import { type Identity, makeIdentity, wrapPrivateKey } from "@/lib/sealing/identity";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";
import { deriveAccountKeys } from "@/lib/sealing/keys";
import { deriveRecoveryKey, makeRecoverySecret } from "@/lib/sealing/recovery";
import { type Actor, findActor } from "@/server/auth/actor";
import { signUp } from "@/server/auth/service";
import { replaceSession } from "@/server/auth/sessions";
import { findPartner, type Partnership } from "@/server/couples/service";
import { acceptByLink, invite } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTicket, recoverAnew } from "@/server/keys/recovery";
import { recoveryToken } from "@/server/keys/recovery-token";

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

export type TwoAccounts = {
  mara: TestAccount;
  sam: TestAccount;
  seats: [Partnership, Partnership];
  coupleId: CoupleId;
};

/** Two people with accounts, linked. */
export async function addTwo(): Promise<TwoAccounts> {
  const [mara, sam] = [await addAccount("Mara"), await addAccount("Sam")];
  const joined = await acceptByLink({ ...sam, name: "Sam" }, await invite({ ...mara, name: "Mara" }));
  const seats = [await findPartner(mara.personId), await findPartner(sam.personId)] as const;
  if (!joined.ok || seats[0] === null || seats[1] === null) throw new Error("not linked");
  return { mara, sam, seats: [seats[0], seats[1]], coupleId: joined.value.coupleId };
}

/** Recovers without the code. @returns the new pair */
export async function loseKeys(account: TestAccount, publicKeyBefore = account.identity.publicKey): Promise<Identity> {
  const fresh = await makeIdentity();
  const { publicKey } = fresh;
  const token = recoveryToken(await openTicket(account.personId));
  const keys = { ...(await makePassword(fresh)), privateKeyByRecoveryCode: await makeCode(fresh) };
  const done = await recoverAnew({ ...keys, token, publicKey, publicKeyBefore }, from());
  if (!done.ok) throw new Error(done.refusal);
  return fresh;
}

/** The copy of the couple key that this seat has. */
export const copyOf = async ({ coupleId, personId }: Partnership) =>
  (await prisma().partner.findFirstOrThrow({ where: { coupleId, personId } })).sealedCoupleKey;

export const noticesOf = async (personId: string, kind: string) => prisma().notice.count({ where: { personId, kind } });
