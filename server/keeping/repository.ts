import type { Gone } from "@/lib/check-in/words";
import type { CheckInId, CommandId, CoupleId, Seat } from "@/lib/ids";
import { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/server/database/client";
import { lockSeat, type Membership } from "@/server/database/living-seat";
import { lockPastCheckIn } from "@/server/database/past-check-in";
import { inTransaction as runInTransaction, type Transaction } from "@/server/database/transaction";

export { listPeople } from "@/server/database/people";
export type { Transaction } from "@/server/database/transaction";

/** A whole life may be erased or read in one. */
export const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => runInTransaction(work, 20_000);

export type LogRow = { seq: number; type: string; payload: unknown; seat: Seat | null; commandId: string; at: Date };

const inOrder = { orderBy: { seq: "asc" } } as const;

export const loadLog = (coupleId: CoupleId, checkInId: CheckInId): Promise<LogRow[]> =>
  prisma().checkInEvent.findMany({ where: { coupleId, checkInId }, ...inOrder });

/** A log for one who has left its couple; empty for everybody else, as if it did not exist. */
export const loadFormerLog = ({ coupleId, seat, personId }: Membership, checkInId: CheckInId): Promise<LogRow[]> => {
  const partners = { some: { seat, personId, leftAt: { not: null } } };
  return prisma().checkInEvent.findMany({
    where: { coupleId, checkInId, checkIn: { couple: { partners } } },
    ...inOrder,
  });
};

/** A log for whoever has or had this seat, held until the end of the transaction; empty for everybody else. */
export const lockLog = async (tx: Transaction, member: Membership, checkInId: CheckInId): Promise<LogRow[]> => {
  if (!(await lockPastCheckIn(tx, member, checkInId))) return [];
  return tx.checkInEvent.findMany({ where: { coupleId: member.coupleId, checkInId }, ...inOrder });
};

const uuids = (ids: readonly string[]) => Prisma.sql`ARRAY[${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))}]`;

type Erase = {
  coupleId: CoupleId;
  seat: Seat;
  checkInId: CheckInId;
  commandIds: readonly CommandId[];
  gone: Gone["gone"];
};

/** Puts a mark in the place of one seat's words, in the log and in the copies that agreements hold. @returns how many */
export const eraseWords = async (
  tx: Transaction,
  { coupleId, seat, checkInId, commandIds, gone }: Erase,
): Promise<number> => {
  if (commandIds.length === 0) return 0;
  const mark = JSON.stringify({ gone });
  const ids = uuids(commandIds);
  const erased = await tx.$executeRaw`
    UPDATE "CheckInEvent" SET "payload" = jsonb_set("payload", '{words}', ${mark}::jsonb)
    WHERE "coupleId" = ${coupleId}::uuid AND "checkInId" = ${checkInId}::uuid AND "seat" = ${seat}::"Seat"
      AND "commandId" = ANY(${ids}) AND "payload" -> 'words' ? 'c'`;
  await tx.$executeRaw`
    UPDATE "Agreement" SET "request" = ${mark}::jsonb
    WHERE "coupleId" = ${coupleId}::uuid AND "asker" = ${seat}::"Seat" AND "id" = ANY(${ids}) AND "request" ? 'c'`;
  await tx.$executeRaw`
    UPDATE "Agreement" SET "answer" = ${mark}::jsonb
    WHERE "coupleId" = ${coupleId}::uuid AND "asker" <> ${seat}::"Seat" AND "answerCommandId" = ANY(${ids})
      AND "answer" ? 'c'`;
  return erased;
};

export const findCoupleOf = async (checkInId: CheckInId): Promise<string | null> =>
  (await prisma().checkIn.findUnique({ where: { id: checkInId }, select: { coupleId: true } }))?.coupleId ?? null;

const keeping = { keepDays: true, longerKeepDays: true, longerAskedBy: true, keepShortenedAt: true } as const;

export const getKeeping = (coupleId: CoupleId) =>
  prisma().couple.findUniqueOrThrow({ where: { id: coupleId }, select: keeping });

/** The couple's row, held until the end of the transaction; null for whoever has no living seat in it. */
export async function lockKeeping(tx: Transaction, member: Membership) {
  if (!(await lockSeat(tx, member))) return null;
  return tx.couple.findUniqueOrThrow({ where: { id: member.coupleId }, select: keeping });
}

type KeepingChange = {
  keepDays?: number | null;
  longerKeepDays?: number | null;
  longerAskedBy?: Seat | null;
  keepShortenedAt?: Date;
};

export const setKeeping = (tx: Transaction, coupleId: CoupleId, data: KeepingChange) =>
  tx.couple.update({ where: { id: coupleId }, data, select: { id: true } });

export const countEndedBefore = (coupleId: CoupleId, before: Date): Promise<number> =>
  prisma().checkIn.count({ where: { coupleId, activeCoupleId: null, endedAt: { lt: before } } });

/** The logs of several check-ins of one couple, each in order, for whoever has or had this seat in it. */
export const loadLogs = async ({ coupleId, seat, personId }: Membership, checkInIds: readonly string[]) => {
  const partners = { some: { seat, personId } };
  const rows = await prisma().checkInEvent.findMany({
    where: { coupleId, checkInId: { in: [...checkInIds] }, checkIn: { couple: { partners } } },
    ...inOrder,
  });
  return new Map(checkInIds.map((id) => [id, rows.filter(({ checkInId }) => checkInId === id)]));
};
