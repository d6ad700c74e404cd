import type { CoupleId } from "@/lib/ids";
import { coupleIdSchema } from "@/lib/ids";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/keeping/repository";

/**
 * Erases check-ins that ended longer ago than their couple keeps them, with all that hangs on them. An agreement that still
 * holds outlives its check-in; one that was let go does not. Couples that have just shortened the time wait.
 *
 * @returns how many
 */
export const eraseOldCheckIns = ({
  now,
  shortenedBefore,
  limit,
}: {
  now: Date;
  shortenedBefore: Date;
  limit: number;
}) =>
  prisma().$executeRaw`
    WITH old AS (
      SELECT c."coupleId", c."id" FROM "Couple" k JOIN "CheckIn" c ON c."coupleId" = k."id"
      WHERE k."keepDays" IS NOT NULL AND (k."keepShortenedAt" IS NULL OR k."keepShortenedAt" <= ${shortenedBefore})
        AND c."activeCoupleId" IS NULL AND c."endedAt" < ${now}::timestamptz - make_interval(days => k."keepDays")
      LIMIT ${limit}
    ), agreements AS (
      DELETE FROM "Agreement" a USING old
      WHERE a."coupleId" = old."coupleId" AND a."checkInId" = old."id" AND a."retiredAt" IS NOT NULL
    ), planned AS (
      DELETE FROM "PlannedCheckIn" p USING old WHERE p."coupleId" = old."coupleId" AND p."checkInId" = old."id"
    )
    DELETE FROM "CheckIn" c USING old WHERE c."coupleId" = old."coupleId" AND c."id" = old."id"`;

/** Couples that ended before, whose leavings were not erased yet; the oldest first. */
export const listToClose = async (unlinkedBefore: Date, limit: number): Promise<CoupleId[]> => {
  const rows = await prisma().couple.findMany({
    where: { unlinkedAt: { lte: unlinkedBefore }, closedAt: null },
    orderBy: { unlinkedAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => coupleIdSchema.parse(id));
};

/**
 * Ends the 30 days of a couple: its plans, agreements, notes, captions, loop and consents go. What stays are the check-ins' logs,
 * since each keeps their own words; the other's are withheld at every reading (couples/former).
 *
 * @returns false when another node was faster
 */
export async function closeCouple(tx: Transaction, coupleId: CoupleId, now: Date): Promise<boolean> {
  const { count } = await tx.couple.updateMany({ where: { id: coupleId, closedAt: null }, data: { closedAt: now } });
  if (count === 0) return false;
  await eraseShared(tx, coupleId);
  return true;
}

async function eraseShared(tx: Transaction, coupleId: CoupleId): Promise<void> {
  const where = { coupleId };
  await tx.plannedCheckIn.deleteMany({ where });
  await tx.proposal.deleteMany({ where });
  await tx.rhythm.deleteMany({ where });
  await tx.change.deleteMany({ where });
  await tx.agreement.deleteMany({ where });
  await tx.marginNote.deleteMany({ where });
  await tx.caption.deleteMany({ where });
  await tx.loopLane.deleteMany({ where });
  await tx.loop.deleteMany({ where });
  await tx.patternsConsent.deleteMany({ where });
  await tx.keepsakeConsent.deleteMany({ where });
  await tx.keyRequest.deleteMany({ where });
  await tx.notice.deleteMany({ where });
}

/**
 * Of couples whose 30 days are over: whoever has words of their own, or was left the other's, keeps their copy of the key, and
 * the others lose it. A couple goes with its last key; words may have been taken back or grown too old since it was closed.
 */
export async function dropNeedlessKeys(tx: Transaction): Promise<void> {
  const dropped = await tx.$queryRaw<{ coupleId: string }[]>`
    UPDATE "Partner" p SET "sealedCoupleKey" = '' FROM "Couple" k
    WHERE k."id" = p."coupleId" AND k."closedAt" IS NOT NULL AND p."sealedCoupleKey" <> '' AND NOT EXISTS (
      SELECT FROM "CheckInEvent" e JOIN "Partner" author ON author."coupleId" = e."coupleId" AND author."seat" = e."seat"
      WHERE e."coupleId" = p."coupleId" AND e."payload" -> 'words' ? 'c'
        AND (author."seat" = p."seat" OR author."leavesWords")
    )
    RETURNING p."coupleId"::text AS "coupleId"`;
  await deleteWithoutKeys(
    tx,
    dropped.map(({ coupleId }) => coupleId),
  );
}

/** Couples that nobody has a key of any more. */
export async function deleteWithoutKeys(tx: Transaction, coupleIds: readonly string[]): Promise<void> {
  const gone = await tx.couple.findMany({
    where: { id: { in: [...coupleIds] }, unlinkedAt: { not: null }, partners: { every: { sealedCoupleKey: "" } } },
    select: { id: true },
  });
  const ids = gone.map(({ id }) => id);
  await tx.couple.deleteMany({ where: { id: { in: ids } } });
  // The invitation that they came of still names it.
  await tx.invitation.deleteMany({ where: { coupleId: { in: ids } } });
}
