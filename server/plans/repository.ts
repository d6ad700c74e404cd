import type { CoupleId, Seat } from "@/lib/ids";
import { type ChangeDetail, type ChangeKind, changeDetailSchema } from "@/lib/plan/planning";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/database/transaction";

export { lockSeat } from "@/server/database/living-seat";
export { listPeople } from "@/server/database/people";
export { inTransaction, type Transaction } from "@/server/database/transaction";

/** `lockSeat` for the house itself, when a time has come. @returns false when the couple is no more */
export async function lockCouple(tx: Transaction, coupleId: CoupleId): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT "id" FROM "Couple" WHERE "id" = ${coupleId}::uuid AND "unlinkedAt" IS NULL FOR NO KEY UPDATE`;
  return rows.length === 1;
}

export type NewChange = { coupleId: CoupleId; at: Date; seat: Seat | null; kind: ChangeKind; detail: ChangeDetail };

export const insertChange = (tx: Transaction, { detail, ...change }: NewChange) =>
  tx.change.create({ data: { ...change, detail: changeDetailSchema.parse(detail) }, select: { id: true } });

/** Newest first. */
export const listChanges = (coupleId: CoupleId, limit: number, tx: Transaction = prisma()) =>
  tx.change.findMany({ where: { coupleId }, orderBy: [{ at: "desc" }, { id: "desc" }], take: limit });
