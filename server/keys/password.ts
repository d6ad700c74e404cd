import type { PersonId } from "@/lib/ids";
import type { NoticeRequest } from "@/lib/notices/notice";
import { ok, type Result, refuse } from "@/lib/result";
import type { Actor } from "@/server/auth/actor";
import { hashAuthKey } from "@/server/auth/auth-hash";
import type { TooManyTries } from "@/server/auth/rate-limit";
import { checkPassword } from "@/server/auth/service";
import * as repository from "@/server/keys/repository";
import type { ChangePassword, ChangeRecoveryCode } from "@/server/keys/schemas";
import { enqueueNotices } from "@/server/notices/service";
import { publish } from "@/server/publish";

type Answer = Result<null, "noMatch" | "changedMeanwhile"> | TooManyTries;

/**
 * A new password for the same private key: one transaction that holds or does nothing, and ends every other session. The same
 * change sent again (its answer was lost) is the same change. `changedMeanwhile`: the account is not as it was when this one's
 * browser wrapped its key.
 */
export async function changePassword(actor: Actor, input: ChangePassword): Promise<Answer> {
  const account = await getAccount(actor.personId);
  if (account.privateKeyByPassword === input.privateKeyByPassword) return ok(null);
  const right = await checkPassword(account, input.oldAuthKey);
  if (!right.ok) return right;
  if (account.publicKey !== input.publicKey) return refuse("changedMeanwhile");
  const columns = await passwordColumns(input);
  const ended = await repository.inTransaction(async (tx) => {
    if (!(await repository.changeKeys(tx, account, columns))) return null;
    const now = new Date();
    await repository.closeTickets(tx, account.id, now);
    await enqueueNotices(tx, [passwordChanged(actor.personId, now)]);
    return repository.endSessionsBut(tx, account.id, actor.sessionId, now);
  });
  if (ended === null) {
    // The same one was sent twice at the same moment, and the other was faster; or somebody else's was.
    const now = await getAccount(actor.personId);
    return now.privateKeyByPassword === input.privateKeyByPassword ? ok(null) : refuse("changedMeanwhile");
  }
  if (ended.length > 0) publish({ type: "sessionsEnded", sessionIds: ended });
  return ok(null);
}

/**
 * The private key wrapped by a new recovery code, in the place of the old one, which opens nothing from then on. Asks for the
 * password: whoever finds an open page makes no code for themselves.
 */
export async function changeRecoveryCode(actor: Actor, input: ChangeRecoveryCode): Promise<Answer> {
  const account = await getAccount(actor.personId);
  const { privateKeyByRecoveryCode } = input;
  if (account.privateKeyByRecoveryCode === privateKeyByRecoveryCode) return ok(null);
  const right = await checkPassword(account, input.authKey);
  if (!right.ok) return right;
  if (account.publicKey !== input.publicKey) return refuse("changedMeanwhile");
  const changed = await repository.inTransaction((tx) =>
    repository.changeKeys(tx, account, { privateKeyByRecoveryCode }),
  );
  if (changed) return ok(null);
  const now = await getAccount(actor.personId);
  return now.privateKeyByRecoveryCode === privateKeyByRecoveryCode ? ok(null) : refuse("changedMeanwhile");
}

type NewPassword = Pick<ChangePassword, "authKey" | "salt" | "kdf" | "privateKeyByPassword">;

/** What is kept of a new password. Slow, so made before any row is held. */
export async function passwordColumns({ authKey, salt, kdf, privateKeyByPassword }: NewPassword) {
  return {
    authHash: await hashAuthKey(authKey),
    salt,
    kdfMemoryKib: kdf.memoryKib,
    kdfIterations: kdf.iterations,
    kdfParallelism: kdf.parallelism,
    privateKeyByPassword,
  };
}

/** Told to the person whose password it is, whoever changed it. */
export function passwordChanged(personId: PersonId, now: Date): NoticeRequest {
  const at = now.getTime();
  return {
    personId,
    coupleId: null,
    kind: "passwordChanged",
    dueAt: now,
    detail: { at },
    subject: `passwordChanged/${at}`,
  };
}

async function getAccount(personId: string) {
  const account = await repository.findAccount(personId);
  if (account === null) throw new Error("an account ended while it was used");
  return account;
}
