import { randomUUID } from "node:crypto";
import { type PersonId, personIdSchema } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import { addressLimits, recoveryLimit, type TooManyTries, takeTry } from "@/server/auth/rate-limit";
import { forgetWrongPasswords } from "@/server/auth/service";
import { despiteCollisions } from "@/server/couples/collisions";
import { closeWhatOldKeysMade } from "@/server/couples/lost-keys";
import { tellHome } from "@/server/couples/tell-home";
import { passwordChanged, passwordColumns } from "@/server/keys/password";
import { hashRecoveryToken, recoveryToken } from "@/server/keys/recovery-token";
import * as repository from "@/server/keys/repository";
import type { RecoverAnew, RecoverWithCode } from "@/server/keys/schemas";
import { log } from "@/server/log";
import { enqueueNotices } from "@/server/notices/service";
import { publish } from "@/server/publish";
import { keyedHash } from "@/server/secrets";

const minute = 60 * 1000;
const ticketMinutes = 30;
const clearAfter = 24 * 60 * minute;

/**
 * Counts a question for a recovery mail. Nobody is looked up here: an address that has an account and one that has none are
 * counted alike and answered alike, in the same time; `mailRecovery` follows once the answer is on its way.
 *
 * @param address where the request came from, by `addressOf`
 */
export async function allowRecovery(email: string, address: string): Promise<{ ok: true; value: null } | TooManyTries> {
  const fromHere = await takeTry(addressLimits().askRecovery, address);
  if (!fromHere.ok) return fromHere;
  const forAccount = await takeTry(recoveryLimit(), keyedHash("rate-limit", email));
  return forAccount.ok ? ok(null) : forAccount;
}

/** The mail with the link, if somebody has this address. Never throws: nobody waits for it. */
export async function mailRecovery(email: string): Promise<void> {
  try {
    const found = await repository.findPersonId(email);
    if (found !== null) await openTicket(personIdSchema.parse(found));
  } catch (err) {
    log.error({ err, kind: "recovery" }, "a recovery mail could not be written");
  }
}

/** A ticket and its mail in one transaction; older ones stay good, since mails overtake each other. @returns the ticket's id */
export async function openTicket(personId: PersonId): Promise<string> {
  const id = randomUUID();
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + ticketMinutes * minute);
  const tokenHash = hashRecoveryToken(recoveryToken(id));
  await repository.inTransaction(async (tx) => {
    const clearBefore = new Date(createdAt.getTime() - clearAfter);
    await repository.createTicket(tx, { id, personId, tokenHash, createdAt, expiresAt }, clearBefore);
    const detail = { ticketId: id, expiresAt: expiresAt.getTime() };
    const subject = `recovery/${id}`;
    await enqueueNotices(tx, [{ personId, coupleId: null, kind: "recovery", subject, dueAt: createdAt, detail }]);
  });
  return id;
}

/** `expired` is also the answer to a link that never was. */
export type TicketRefusal = "expired" | "used";
type Ticket = { usedAt: Date | null; expiresAt: Date };

const closedBecause = (ticket: Ticket | null, now: Date): TicketRefusal | null => {
  if (ticket?.usedAt) return "used";
  return ticket === null || ticket.expiresAt <= now ? "expired" : null;
};

/** How a link stands. Changes nothing: mail programs open links by themselves. */
export async function findTicketRefusal(token: string): Promise<TicketRefusal | null> {
  return closedBecause(await repository.findTicket(hashRecoveryToken(token)), new Date());
}

/** What the browser of whoever holds the link needs to try a recovery code, and to sign in afterwards. */
export type Recovery = { email: string; name: string; publicKey: string; privateKeyByRecoveryCode: string };

/** @param address where the request came from, by `addressOf` */
export async function openRecovery(
  token: string,
  address: string,
): Promise<Result<Recovery, TicketRefusal> | TooManyTries> {
  const allowed = await takeTry(addressLimits().recover, address);
  if (!allowed.ok) return allowed;
  const ticket = await repository.findTicket(hashRecoveryToken(token));
  const refusal = closedBecause(ticket, new Date());
  const account = ticket && refusal === null ? await repository.findAccount(ticket.personId) : null;
  if (account === null) return refuse(refusal ?? "expired");
  const { email, name, publicKey, privateKeyByRecoveryCode } = account;
  return ok({ email, name, publicKey, privateKeyByRecoveryCode });
}

type Recovered = Result<null, TicketRefusal | "changedMeanwhile"> | TooManyTries;

/** A new password for the same private key, which the recovery code opened. */
export const recoverWithCode = (input: RecoverWithCode, address: string): Promise<Recovered> =>
  recover({ input, publicKeyBefore: input.publicKey, anew: null }, address);

/**
 * A new password and a new key pair, for somebody without their recovery code. What was sealed to the old pair opens for nobody
 * of this account any more, until the partner lets them back in (let-in).
 */
export const recoverAnew = (input: RecoverAnew, address: string): Promise<Recovered> => {
  const { publicKey, privateKeyByRecoveryCode, publicKeyBefore } = input;
  return recover({ input, publicKeyBefore, anew: { publicKey, privateKeyByRecoveryCode } }, address);
};

type Recovering = {
  input: Omit<RecoverWithCode, "publicKey">;
  publicKeyBefore: string;
  anew: { publicKey: string; privateKeyByRecoveryCode: string } | null;
};

/** One transaction: the keys, the ticket and all others, every session, the notice. The same sent again is the same. */
async function recover({ input, publicKeyBefore, anew }: Recovering, address: string): Promise<Recovered> {
  const allowed = await takeTry(addressLimits().recover, address);
  if (!allowed.ok) return allowed;
  const tokenHash = hashRecoveryToken(input.token);
  const found = await repository.findTicket(tokenHash);
  if (found === null) return refuse("expired");
  const personId = personIdSchema.parse(found.personId);
  const columns = { ...(await passwordColumns(input)), ...anew };
  const change = async (tx: repository.Transaction) => {
    await repository.lockPeople(tx, [personId]);
    const now = new Date();
    const account = await repository.findAccount(personId, tx);
    if (account === null) return refuse("expired");
    const { email } = account;
    if (account.privateKeyByPassword === input.privateKeyByPassword) return ok({ email, ended: [], told: [] });
    const refusal = closedBecause(await repository.findTicket(tokenHash, tx), now);
    if (refusal !== null) return refuse(refusal);
    if (account.publicKey !== publicKeyBefore) return refuse("changedMeanwhile");
    await repository.changeKeys(tx, account, columns);
    await repository.closeTickets(tx, personId, now);
    const ended = await repository.endSessionsBut(tx, personId, null, now);
    await enqueueNotices(tx, [passwordChanged(personId, now)]);
    const told =
      anew === null
        ? []
        : [...(await closeWhatOldKeysMade(tx, personId, now)), ...(await repository.forgetSealedCopies(tx, personId))];
    return ok({ email, ended, told });
  };
  const done = await despiteCollisions(() => repository.inTransaction(change));
  if (!done.ok) return done;
  const { email, ended, told } = done.value;
  await forgetWrongPasswords(email);
  if (ended.length > 0) publish({ type: "sessionsEnded", sessionIds: ended });
  if (told.length > 0) tellHome(told);
  return ok(null);
}
