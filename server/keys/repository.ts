import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/database/transaction";

export { lockPeople } from "@/server/database/people";
export { inTransaction, type Transaction } from "@/server/database/transaction";

export const findAccount = (personId: string, tx: Transaction = prisma()) =>
  tx.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      email: true,
      name: true,
      authHash: true,
      publicKey: true,
      privateKeyByPassword: true,
      privateKeyByRecoveryCode: true,
    },
  });
export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

export const findPersonId = async (email: string): Promise<string | null> =>
  (await prisma().person.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;

type PasswordColumns = {
  authHash: string;
  salt: string;
  kdfMemoryKib: number;
  kdfIterations: number;
  kdfParallelism: number;
  privateKeyByPassword: string;
};
export type KeyColumns = Partial<
  PasswordColumns & { publicKey: string; privateKeyByRecoveryCode: string } & { authHash: string }
>;

/** @returns false when the account is not any more as it was read, and nothing was written */
export async function changeKeys(
  tx: Transaction,
  { id, authHash, publicKey, privateKeyByPassword, privateKeyByRecoveryCode }: Account,
  data: KeyColumns,
): Promise<boolean> {
  const asRead = { id, authHash, publicKey, privateKeyByPassword, privateKeyByRecoveryCode };
  return (await tx.person.updateMany({ where: asRead, data })).count === 1;
}

/** Signs out every device of a person but one. @returns the ids that were live until now */
export async function endSessionsBut(tx: Transaction, personId: string, kept: string | null, now: Date) {
  const ended = await tx.authSession.updateManyAndReturn({
    where: { personId, revokedAt: null, expiresAt: { gt: now }, ...(kept === null ? {} : { id: { not: kept } }) },
    data: { revokedAt: now },
    select: { id: true },
  });
  return ended.map(({ id }) => id);
}

type NewTicket = { id: string; personId: string; tokenHash: string; createdAt: Date; expiresAt: Date };

/** Those that ran out long ago are cleared away on this occasion. */
export async function createTicket(tx: Transaction, data: NewTicket, clearBefore: Date): Promise<void> {
  await tx.recoveryTicket.deleteMany({ where: { personId: data.personId, expiresAt: { lt: clearBefore } } });
  await tx.recoveryTicket.create({ data, select: { id: true } });
}

export const findTicket = (tokenHash: string, tx: Transaction = prisma()) =>
  tx.recoveryTicket.findUnique({
    where: { tokenHash },
    select: { id: true, personId: true, expiresAt: true, usedAt: true },
  });

/** The one that was used, and with it every other link that lies about in that person's mail. */
export const closeTickets = (tx: Transaction, personId: string, now: Date) =>
  tx.recoveryTicket.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now } });

/**
 * After a new key pair: the copies that were sealed to the old one open nothing any more and go; so does what this person asked
 * for with the old one, and what they handed over from it.
 *
 * @returns the other partner of the couple that lives, if there is one
 */
export async function forgetSealedCopies(tx: Transaction, personId: string): Promise<string[]> {
  await tx.partner.updateMany({ where: { personId }, data: { sealedCoupleKey: "" } });
  const living = await tx.partner.findUnique({
    where: { linkedPersonId: personId },
    select: { coupleId: true, seat: true, couple: { select: { partners: { select: { personId: true } } } } },
  });
  if (living === null) return [];
  const { coupleId, seat, couple } = living;
  await tx.keyRequest.deleteMany({ where: { coupleId, seat } });
  await tx.keyRequest.updateMany({ where: { coupleId, seat: { not: seat } }, data: { sealedKey: null } });
  return couple.partners.flatMap((partner) => (partner.personId === personId ? [] : (partner.personId ?? [])));
}

type Place = { coupleId: string; seat: "A" | "B" };

export const findKeyRequest = ({ coupleId, seat }: Place, tx: Transaction = prisma()) =>
  tx.keyRequest.findUnique({ where: { coupleId_seat: { coupleId, seat } } });

export const listKeyRequests = (coupleId: string) =>
  prisma().keyRequest.findMany({ where: { coupleId }, select: { seat: true, publicKey: true, sealedKey: true } });

/** Both partners' keys, and who has no copy of the couple key any more. Empty when they are not linked. */
export const listPartnersKeys = (coupleId: string, tx: Transaction = prisma()) =>
  tx.partner.findMany({
    where: { coupleId, linkedPersonId: { not: null } },
    select: { seat: true, personId: true, sealedCoupleKey: true, person: { select: { publicKey: true } } },
  });

/** Whether somebody has a copy of the couple key at all; where nobody is in that seat any more, there is none. */
export const hasOwnCopy = async ({ coupleId, seat }: Place, tx: Transaction = prisma()): Promise<boolean> => {
  const where = { coupleId, seat, sealedCoupleKey: { not: "" } };
  return (await tx.partner.count({ where })) === 1;
};

/** Another request of the same seat is replaced, with whatever was handed over for it. */
export async function putKeyRequest(tx: Transaction, place: Place, publicKey: string, askedAt: Date): Promise<void> {
  const asked = { publicKey, askedAt, sealedKey: null };
  await tx.keyRequest.upsert({
    where: { coupleId_seat: place },
    create: { ...place, ...asked },
    update: asked,
    select: { seat: true },
  });
}

/** @returns false when there is none by that key any more */
export async function answerKeyRequest(tx: Transaction, place: Place, publicKey: string, sealedKey: string) {
  return (await tx.keyRequest.updateMany({ where: { ...place, publicKey }, data: { sealedKey } })).count === 1;
}

/** @returns false when there was none */
export async function deleteKeyRequest(tx: Transaction, place: Place & { publicKey?: string }): Promise<boolean> {
  return (await tx.keyRequest.deleteMany({ where: place })).count === 1;
}

export const keepOwnCopy = (tx: Transaction, { coupleId, seat }: Place, sealedCoupleKey: string) =>
  tx.partner.update({
    where: { coupleId_seat: { coupleId, seat } },
    data: { sealedCoupleKey },
    select: { seat: true },
  });
