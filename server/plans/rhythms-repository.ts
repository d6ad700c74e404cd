import type { CoupleId, RhythmId, Seat } from "@/lib/ids";
import type { RhythmRule } from "@/lib/plan/rhythm-rule";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/plans/repository";

/** Null for another couple's, as for what never was. */
export const findRhythm = (tx: Transaction, coupleId: CoupleId, id: RhythmId) =>
  tx.rhythm.findFirst({ where: { coupleId, id } });

export type RhythmRow = NonNullable<Awaited<ReturnType<typeof findRhythm>>>;

/** The one that holds. */
export const findActive = (coupleId: CoupleId, tx: Transaction = prisma()) =>
  tx.rhythm.findUnique({ where: { activeCoupleId: coupleId } });

/** The one that waits for the other's yes. */
export const findOffered = (coupleId: CoupleId, tx: Transaction = prisma()) =>
  tx.rhythm.findUnique({ where: { offeredCoupleId: coupleId } });

type NewRhythm = {
  id: RhythmId;
  coupleId: CoupleId;
  seat: Seat;
  guideId: string;
  minutes: number;
  zone: string;
  rule: RhythmRule;
  replacesFrom: Date | null;
  createdAt: Date;
};

/** @returns false when the id is taken */
export async function insertOffered(tx: Transaction, rhythm: NewRhythm): Promise<boolean> {
  const { count } = await tx.rhythm.createMany({
    data: { ...rhythm, offeredCoupleId: rhythm.coupleId },
    skipDuplicates: true,
  });
  return count === 1;
}

/** @returns false when it is offered no more */
export async function activate(tx: Transaction, { id, coupleId }: RhythmRow, at: Date): Promise<boolean> {
  const { count } = await tx.rhythm.updateMany({
    where: { id, offeredCoupleId: coupleId },
    data: { agreedAt: at, offeredCoupleId: null, activeCoupleId: coupleId },
  });
  return count === 1;
}

/** Ends one that holds, or takes an offer away. @returns false when it had ended before */
export async function endRhythmRow(tx: Transaction, { id }: Pick<RhythmRow, "id">, at: Date): Promise<boolean> {
  const { count } = await tx.rhythm.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: at, offeredCoupleId: null, activeCoupleId: null },
  });
  return count === 1;
}

export const setMadeUntil = (tx: Transaction, id: string, madeUntil: Date) =>
  tx.rhythm.update({ where: { id }, data: { madeUntil }, select: { id: true } });

/** Those that hold and whose occurrences are not made up to a day; by id, after `after`. */
export const listToMake = (until: Date, after: string | null, limit: number) =>
  prisma().rhythm.findMany({
    where: {
      activeCoupleId: { not: null },
      OR: [{ madeUntil: null }, { madeUntil: { lt: until } }],
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, coupleId: true },
  });
