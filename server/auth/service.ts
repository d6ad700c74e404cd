import { type PersonId, personIdSchema } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import { type KdfParams, kdfDefaults } from "@/lib/sealing/kdf";
import type { Actor } from "@/server/auth/actor";
import { checkAuthKey, hashAuthKey } from "@/server/auth/auth-hash";
import {
  accountLimit,
  addressLimits,
  forgetTries,
  giveBackTry,
  type TooManyTries,
  takeTry,
} from "@/server/auth/rate-limit";
import * as repository from "@/server/auth/repository";
import type { SignUp } from "@/server/auth/schemas";
import { keyedHash } from "@/server/secrets";

/**
 * Writes the whole account in one row, or nothing. The hash is made before the address is looked at, so a taken address
 * takes as long as a free one; that it is taken must be said here, since no mail can say it in private.
 *
 * @param address where the request came from, by `addressOf`
 */
export async function signUp(
  input: SignUp,
  address: string,
): Promise<Result<{ personId: PersonId }, "addressTaken"> | TooManyTries> {
  const allowed = await takeTry(addressLimits().signUp, address);
  if (!allowed.ok) return allowed;
  const { email, name, authKey, salt, kdf, publicKey, privateKeyByPassword, privateKeyByRecoveryCode } = input;
  const personId = await repository.createPerson({
    email,
    name,
    authHash: await hashAuthKey(authKey),
    salt,
    kdfMemoryKib: kdf.memoryKib,
    kdfIterations: kdf.iterations,
    kdfParallelism: kdf.parallelism,
    publicKey,
    privateKeyByPassword,
    privateKeyByRecoveryCode,
  });
  return personId === null ? refuse("addressTaken") : ok({ personId: personIdSchema.parse(personId) });
}

export type Salt = { salt: string; kdf: KdfParams };

/**
 * What a browser needs to turn a password into keys. An address that nobody has gets a salt too, made from the address and
 * always the same: asking twice, or for many, tells nobody who has an account.
 */
export async function findSalt(email: string, address: string): Promise<{ ok: true; value: Salt } | TooManyTries> {
  const allowed = await takeTry(addressLimits().salt, address);
  if (!allowed.ok) return allowed;
  const madeUp = Buffer.from(keyedHash("salt", email), "base64url").subarray(0, 16).toString("base64url");
  const known = await repository.findKdf(email);
  return ok(known === null ? { salt: madeUp, kdf: kdfDefaults } : saltOf(known));
}

/**
 * Refuses a wrong key and an unknown address alike: by the same name, after the same work, counted the same. `authHash` is what
 * the key was checked against, for the session that follows.
 *
 * @param address where the request came from, by `addressOf`
 */
export async function verifyCredentials(
  { email, authKey }: { email: string; authKey: string },
  address: string,
): Promise<Result<{ personId: PersonId; authHash: string }, "noMatch"> | TooManyTries> {
  const { signIn } = addressLimits();
  const fromHere = await takeTry(signIn, address);
  if (!fromHere.ok) return fromHere;
  const account = accountLimit();
  const accountKey = keyedHash("rate-limit", email);
  const forAccount = await takeTry(account, accountKey);
  if (!forAccount.ok) return forAccount;

  const person = await repository.findCredentials(email);
  const matches = await checkAuthKey(person?.authHash ?? null, authKey);
  if (person === null || !matches) return refuse("noMatch");
  await Promise.all([forgetTries(account, accountKey), giveBackTry(signIn, address)]);
  return ok({ personId: personIdSchema.parse(person.id), authHash: person.authHash });
}

/** The password once more, from somebody who is signed in already. Wrong ones count with those of signing in. */
export async function checkPassword(
  person: { email: string; authHash: string },
  authKey: string,
): Promise<{ ok: true; value: null } | { ok: false; refusal: "noMatch" } | TooManyTries> {
  const account = accountLimit();
  const accountKey = keyedHash("rate-limit", person.email);
  const allowed = await takeTry(account, accountKey);
  if (!allowed.ok) return allowed;
  if (!(await checkAuthKey(person.authHash, authKey))) return refuse("noMatch");
  await forgetTries(account, accountKey);
  return ok(null);
}

/** Whoever has just set a new password is not kept waiting for the wrong ones before. */
export const forgetWrongPasswords = (email: string): Promise<void> =>
  forgetTries(accountLimit(), keyedHash("rate-limit", email));

export type OwnKeys = Salt & {
  publicKey: string;
  privateKeyByPassword: string;
  /** Couples that this person is or was part of, each with the copy of its key that was sealed to them. */
  couples: { coupleId: string; sealedCoupleKey: string }[];
};

/** Everything sealed that the person's own browser opens with their password. */
export async function loadOwnKeys(actor: Actor): Promise<OwnKeys> {
  const own = await repository.getOwnKeys(actor.personId);
  const { publicKey, privateKeyByPassword, partners } = own;
  return { ...saltOf(own), publicKey, privateKeyByPassword, couples: partners };
}

export async function changeName(actor: Actor, name: string): Promise<void> {
  await repository.changeName(actor.personId, name);
}

type KdfColumns = { salt: string; kdfMemoryKib: number; kdfIterations: number; kdfParallelism: number };

const saltOf = ({ salt, kdfMemoryKib, kdfIterations, kdfParallelism }: KdfColumns): Salt => ({
  salt,
  kdf: { memoryKib: kdfMemoryKib, iterations: kdfIterations, parallelism: kdfParallelism },
});
