import type { CoupleId, PersonId, Seat } from "@/lib/ids";
import { Prisma } from "@/prisma/generated/client";
import type { Transaction } from "@/server/database/transaction";

/** A person at a seat of a couple. */
export type Membership = { coupleId: CoupleId; seat: Seat; personId: PersonId };

/** Whether the row `c` of "Couple" is theirs, neither has unlinked, and this person sits there: the condition alone, without a lock. */
export const isLivingSeat = ({ coupleId, seat, personId }: Membership) => Prisma.sql`
  c."id" = ${coupleId}::uuid AND c."unlinkedAt" IS NULL AND EXISTS (
    SELECT FROM "Partner" p
    WHERE p."coupleId" = c."id" AND p."seat" = ${seat}::"Seat" AND p."personId" = ${personId}::uuid AND p."leftAt" IS NULL
  )`;

/**
 * The part `living` of a WITH: the couple's id for whoever has a living seat in it, no row for everybody else.
 *
 * Holds the couple's row against an unlink at the same time: either the unlink comes first and nothing is written, or it comes
 * later and finds what was written. Others may hold it so too.
 */
export const livingSeat = (member: Membership) => Prisma.sql`
  living AS (SELECT c."id" FROM "Couple" c WHERE ${isLivingSeat(member)} FOR SHARE OF c)`;

const isFound = async (tx: Transaction, statement: Prisma.Sql): Promise<boolean> =>
  (await tx.$queryRaw<unknown[]>(statement)).length === 1;

/** Holds the couple against an unlink until the transaction ends. @returns false for everyone without a living seat in it */
export const holdSeat = (tx: Transaction, member: Membership) =>
  isFound(tx, Prisma.sql`SELECT FROM "Couple" c WHERE ${isLivingSeat(member)} FOR SHARE OF c`);

/** The same for one at a time: of two who ask at once, the second sees what the first has left. */
export const lockSeat = (tx: Transaction, member: Membership) =>
  isFound(tx, Prisma.sql`SELECT FROM "Couple" c WHERE ${isLivingSeat(member)} FOR NO KEY UPDATE OF c`);
