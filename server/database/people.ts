import type { CoupleId } from "@/lib/ids";
import { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/database/transaction";

const lockedBy =
  (strength: Prisma.Sql) =>
  async (tx: Transaction, personIds: readonly string[]): Promise<void> => {
    const ids = personIds.map((id) => Prisma.sql`${id}::uuid`);
    await tx.$queryRaw`SELECT FROM "Person" WHERE "id" IN (${Prisma.join(ids)}) ORDER BY "id" ${strength}`;
  };

/**
 * Whoever links, unlinks, answers an invitation or changes or hands over keys holds the rows of the people it is about until the
 * end. Always in the same order, or two of them could wait for each other for ever.
 */
export const lockPeople = lockedBy(Prisma.sql`FOR NO KEY UPDATE`);

/** The same for whoever deletes one of them: nothing new can hang itself on their rows meanwhile. */
export const lockPeopleToDelete = lockedBy(Prisma.sql`FOR UPDATE`);

/** Whoever has or had a seat in a couple; the people of deleted accounts are not among them. */
export const listPeople = async (coupleId: CoupleId, tx: Transaction = prisma()): Promise<string[]> => {
  const seats = await tx.partner.findMany({
    where: { coupleId },
    orderBy: { seat: "asc" },
    select: { personId: true },
  });
  return seats.flatMap(({ personId }) => personId ?? []);
};
