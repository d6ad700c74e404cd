import type { CoupleId, Seat } from "@/lib/ids";
import { type ChangeDetail, type ChangeKind, changeDetailSchema } from "@/lib/plan/planning";
import type { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/server/database/client";

export { lockSeat } from "@/server/database/living-seat";

/** Statements that are kept together or not at all. Opaque to services. */
export type Transaction = Prisma.TransactionClient;

export const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  prisma().$transaction(work, { maxWait: 5_000, timeout: 10_000 });

/** `lockSeat` for the house itself, when a time has come. @returns false when the couple is no more */
export async function lockCouple(tx: Transaction, coupleId: CoupleId): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT "id" FROM "Couple" WHERE "id" = ${coupleId}::uuid AND "unlinkedAt" IS NULL FOR NO KEY UPDATE`;
  return rows.length === 1;
}

/** Both people, also of a couple that has just ended; one alone where an account is gone. */
export const listPeople = async (tx: Transaction, coupleId: CoupleId) =>
  (await tx.partner.findMany({ where: { coupleId }, orderBy: { seat: "asc" }, select: { personId: true } })).flatMap(
    ({ personId }) => personId ?? [],
  );

export type NewChange = { coupleId: CoupleId; at: Date; seat: Seat | null; kind: ChangeKind; detail: ChangeDetail };

export const insertChange = (tx: Transaction, { detail, ...change }: NewChange) =>
  tx.change.create({ data: { ...change, detail: changeDetailSchema.parse(detail) }, select: { id: true } });

/** Newest first. */
export const listChanges = (coupleId: CoupleId, limit: number, tx: Transaction = prisma()) =>
  tx.change.findMany({ where: { coupleId }, orderBy: [{ at: "desc" }, { id: "desc" }], take: limit });
