import type { CoupleId, Seat } from "@/lib/ids";
import type { ChangeDetail, ChangeKind } from "@/lib/plan/planning";
import { insertChange, type Transaction } from "@/server/plans/repository";

/**
 * Lists a change that touches both, in the transaction that makes it. Whoever did it is named by their seat; null where only a
 * time passed.
 *
 * @throws when the detail holds anything but instants, ids and kinds
 */
export const listChange = async (
  { tx, coupleId, seat, now }: { tx: Transaction; coupleId: CoupleId; seat: Seat | null; now: Date },
  kind: ChangeKind,
  detail: ChangeDetail,
): Promise<void> => {
  await insertChange(tx, { coupleId, seat, at: now, kind, detail });
};
