import type { ReviewAnswer } from "@/lib/agreements/agreement";
import type { CommandId, CoupleId, Seat } from "@/lib/ids";
import type { Sealed } from "@/lib/sealing/sealed";
import { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/server/database/client";
import { livingSeat, type Membership } from "@/server/database/living-seat";

// Every statement that writes here asks once more whether the hand that writes still has its seat.
const wrote = async (statement: Prisma.Sql): Promise<boolean> => (await prisma().$executeRaw(statement)) > 0;

export const findAgreement = (coupleId: CoupleId, id: CommandId) =>
  prisma().agreement.findUnique({ where: { coupleId_id: { coupleId, id } } });

export type AgreementRow = NonNullable<Awaited<ReturnType<typeof findAgreement>>>;

/** Those that hold, newest first. */
export const listStanding = (coupleId: CoupleId, limit: number): Promise<AgreementRow[]> =>
  prisma().agreement.findMany({
    where: { coupleId, retiredAt: null },
    orderBy: { agreedAt: "desc" },
    take: limit,
  });

export type LetGoCursor = { retiredAt: Date; id: string };

/** Those that were let go, the last one first, after the cursor: a keyset, as in the list of check-ins. */
export const listLetGo = (coupleId: CoupleId, after: LetGoCursor | null, limit: number): Promise<AgreementRow[]> =>
  prisma().agreement.findMany({
    where: {
      coupleId,
      retiredAt: after ? { lte: after.retiredAt } : { not: null },
      ...(after && { OR: [{ retiredAt: { lt: after.retiredAt } }, { id: { lt: after.id } }] }),
    },
    orderBy: [{ retiredAt: "desc" }, { id: "desc" }],
    take: limit,
  });

/** What this seat answered since then, by agreement; the latest counts. */
export const listReviews = (coupleId: CoupleId, seat: Seat, agreementIds: readonly string[], since: Date) =>
  prisma().agreementReview.findMany({
    where: { coupleId, agreementId: { in: [...agreementIds] }, seat, at: { gte: since } },
    orderBy: { at: "asc" },
    select: { agreementId: true, answer: true },
  });

/** The oldest that holds, was made before then, and that this seat has not looked at since. */
export const findUnreviewed = async (coupleId: CoupleId, seat: Seat, before: Date): Promise<AgreementRow | null> =>
  prisma().agreement.findFirst({
    where: {
      coupleId,
      retiredAt: null,
      agreedAt: { lte: before },
      reviews: { none: { seat, at: { gte: before } } },
    },
    orderBy: { agreedAt: "asc" },
  });

export const findReview = (id: CommandId) =>
  prisma().agreementReview.findUnique({ where: { id }, select: { coupleId: true, agreementId: true, seat: true } });

type Review = { id: CommandId; agreementId: CommandId; answer: ReviewAnswer; at: Date; since: Date };

/**
 * Keeps an answer in the place of the same seat's own since `since`: who thinks again in the same week has answered once.
 *
 * @returns false when the agreement does not stand, or the answer is kept already
 */
export const insertReview = (hand: Membership, { id, agreementId, answer, at, since }: Review): Promise<boolean> =>
  wrote(Prisma.sql`
    WITH ${livingSeat(hand)}, standing AS (
      SELECT g."coupleId", g."id" FROM "Agreement" g JOIN living ON g."coupleId" = living."id"
      WHERE g."id" = ${agreementId}::uuid AND g."retiredAt" IS NULL
    ), earlier AS (
      DELETE FROM "AgreementReview" r USING standing
      WHERE r."coupleId" = standing."coupleId" AND r."agreementId" = standing."id" AND r."seat" = ${hand.seat}::"Seat"
        AND r."at" >= ${since} AND r."id" <> ${id}::uuid
    )
    INSERT INTO "AgreementReview" ("id", "coupleId", "agreementId", "seat", "answer", "at")
    SELECT ${id}::uuid, "coupleId", "id", ${hand.seat}::"Seat", ${answer}, ${at} FROM standing
    ON CONFLICT ("id") DO NOTHING`);

/** Lays words beside the agreement, or in the place of this seat's own; never in the place of the other's. */
export const offer = (hand: Membership, agreementId: CommandId, offerId: CommandId, words: Sealed): Promise<boolean> =>
  wrote(Prisma.sql`
    WITH ${livingSeat(hand)}
    UPDATE "Agreement" g
    SET "offered" = ${JSON.stringify(words)}::jsonb, "offeredBy" = ${hand.seat}::"Seat", "offeredId" = ${offerId}::uuid
    FROM living
    WHERE g."coupleId" = living."id" AND g."id" = ${agreementId}::uuid AND g."retiredAt" IS NULL
      AND (g."offeredBy" IS NULL OR g."offeredBy" = ${hand.seat}::"Seat")
      AND g."offeredId" IS DISTINCT FROM ${offerId}::uuid AND g."changedId" IS DISTINCT FROM ${offerId}::uuid`);

/** The second yes: exactly these words, offered by the other, take the place of the earlier ones. */
export const acceptOffer = (hand: Membership, agreementId: CommandId, offerId: CommandId): Promise<boolean> =>
  wrote(Prisma.sql`
    WITH ${livingSeat(hand)}
    UPDATE "Agreement" g
    SET "changed" = g."offered", "changedBy" = g."offeredBy", "changedId" = g."offeredId",
        "offered" = NULL, "offeredBy" = NULL, "offeredId" = NULL
    FROM living
    WHERE g."coupleId" = living."id" AND g."id" = ${agreementId}::uuid AND g."retiredAt" IS NULL
      AND g."offeredId" = ${offerId}::uuid AND g."offeredBy" <> ${hand.seat}::"Seat"`);

/** Takes exactly these words off the table, whoever laid them there. */
export const dropOffer = (hand: Membership, agreementId: CommandId, offerId: CommandId): Promise<boolean> =>
  wrote(Prisma.sql`
    WITH ${livingSeat(hand)}
    UPDATE "Agreement" g SET "offered" = NULL, "offeredBy" = NULL, "offeredId" = NULL
    FROM living
    WHERE g."coupleId" = living."id" AND g."id" = ${agreementId}::uuid AND g."offeredId" = ${offerId}::uuid`);

/** For an agreement whose check-in is no more; otherwise it is let go in its check-in's log. */
export const retire = (hand: Membership, agreementId: CommandId, at: Date): Promise<boolean> =>
  wrote(Prisma.sql`
    WITH ${livingSeat(hand)}
    UPDATE "Agreement" g SET "retiredAt" = ${at}, "offered" = NULL, "offeredBy" = NULL, "offeredId" = NULL
    FROM living
    WHERE g."coupleId" = living."id" AND g."id" = ${agreementId}::uuid AND g."retiredAt" IS NULL`);

/** How often each answer was given, by both together. */
export const countReviews = async (coupleId: CoupleId) => {
  const counted = await prisma().agreementReview.groupBy({ by: ["answer"], where: { coupleId }, _count: true });
  return counted.map(({ answer, _count }) => ({ answer, count: _count }));
};
