import type { CheckInId } from "@/lib/ids";
import type { Membership } from "@/server/database/living-seat";
import type { Transaction } from "@/server/database/transaction";

/**
 * Holds a check-in for whoever has or had this seat at it, until the transaction ends.
 *
 * @returns false for everybody else, as if it did not exist
 */
export async function lockPastCheckIn(
  tx: Transaction,
  { coupleId, seat, personId }: Membership,
  checkInId: CheckInId,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "CheckIn" k WHERE k."id" = ${checkInId}::uuid AND k."coupleId" = ${coupleId}::uuid AND EXISTS (
      SELECT FROM "Partner" p
      WHERE p."coupleId" = k."coupleId" AND p."seat" = ${seat}::"Seat" AND p."personId" = ${personId}::uuid
    )
    FOR NO KEY UPDATE`;
  return rows.length === 1;
}
