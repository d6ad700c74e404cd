import { RateLimiterPostgres } from "rate-limiter-flexible";
import { Prisma } from "@/prisma/generated/client";
import { pool, prisma } from "@/server/database/client";
import type { Transaction } from "@/server/database/transaction";
import { errorCode } from "@/server/errors";

export { lockPeople } from "@/server/database/people";
export { inTransaction, type Transaction } from "@/server/database/transaction";

/** Two people did something at the same moment and the database let one of them go first. */
export const isCollision = (error: unknown): boolean =>
  ["P2002", "P2034", "40P01", "40001"].includes(errorCode(error) ?? "");

const partnershipOf = (personId: string) => Prisma.sql`
  SELECT own."coupleId"::text, own."seat"::text, own."personId"::text, me."name",
         other."personId"::text AS "otherId", other."seat"::text AS "otherSeat", them."name" AS "otherName"
  FROM "Partner" own
  JOIN "Partner" other ON other."coupleId" = own."coupleId" AND other."seat" <> own."seat"
  JOIN "Person" me ON me."id" = own."personId"
  JOIN "Person" them ON them."id" = other."personId"
  WHERE own."linkedPersonId" = ${personId}::uuid`;

/** One statement: every page, action and socket message of a partner begins with it. */
export async function findLinked(personId: string): Promise<unknown> {
  const rows = await prisma().$queryRaw<unknown[]>(partnershipOf(personId));
  return rows[0] ?? null;
}

/** The live couple of each of these people who has one. */
export async function listLinked(personIds: readonly string[], tx: Transaction = prisma()) {
  const linked = await tx.partner.findMany({
    where: { linkedPersonId: { in: [...personIds] } },
    select: { linkedPersonId: true, coupleId: true },
  });
  return linked.flatMap(({ linkedPersonId, coupleId }) =>
    linkedPersonId === null ? [] : [{ personId: linkedPersonId, coupleId }],
  );
}

/**
 * The couples that a person was in and has left, newest first, each from their seat. The other's name is null once their
 * account is gone. One in which nothing is left to open is not among them.
 */
export const listFormer = (personId: string): Promise<unknown[]> =>
  prisma().$queryRaw<unknown[]>`
    SELECT own."coupleId"::text, own."seat"::text, own."personId"::text, me."name", own."leavesWords",
           other."seat"::text AS "otherSeat", them."name" AS "otherName", other."leavesWords" AS "otherLeavesWords",
           c."linkedAt", c."unlinkedAt"
    FROM "Partner" own
    JOIN "Couple" c ON c."id" = own."coupleId" AND c."unlinkedAt" IS NOT NULL
    JOIN "Partner" other ON other."coupleId" = own."coupleId" AND other."seat" <> own."seat"
    JOIN "Person" me ON me."id" = own."personId"
    LEFT JOIN "Person" them ON them."id" = other."personId"
    WHERE own."personId" = ${personId}::uuid AND own."leftAt" IS NOT NULL AND own."sealedCoupleKey" <> ''
    ORDER BY c."unlinkedAt" DESC`;

/** Whether the other may read on after the 30 days. @returns false when those are over, or the seat is not theirs */
export async function setLeavesWords(
  tx: Transaction,
  { coupleId, seat, personId }: { coupleId: string; seat: "A" | "B"; personId: string },
  leavesWords: boolean,
): Promise<boolean> {
  const { count } = await tx.partner.updateMany({
    where: { coupleId, seat, personId, couple: { closedAt: null } },
    data: { leavesWords },
  });
  return count === 1;
}

type NewCouple = {
  coupleId: string;
  now: Date;
  inviter: { personId: string; sealedCoupleKey: string };
  joiner: { personId: string; sealedCoupleKey: string };
};

/** Throws a collision when either is linked already: `linkedPersonId` is unique. */
export async function createCouple(tx: Transaction, { coupleId, now, inviter, joiner }: NewCouple): Promise<void> {
  const partner = (seat: "A" | "B", one: NewCouple["inviter"]) => ({
    ...one,
    coupleId,
    seat,
    joinedAt: now,
    linkedPersonId: one.personId,
  });
  await tx.couple.create({ data: { id: coupleId, linkedAt: now }, select: { id: true } });
  await tx.partner.createMany({ data: [partner("A", inviter), partner("B", joiner)] });
}

/** @returns false when it was unlinked before */
export async function endCouple(tx: Transaction, coupleId: string, now: Date): Promise<boolean> {
  const { count } = await tx.couple.updateMany({
    where: { id: coupleId, unlinkedAt: null },
    data: { unlinkedAt: now },
  });
  if (count === 0) return false;
  await tx.partner.updateMany({ where: { coupleId }, data: { leftAt: now, linkedPersonId: null } });
  return true;
}

const withPeople = {
  inviter: { select: { id: true, name: true, publicKey: true } },
  claimant: { select: { id: true, name: true, publicKey: true } },
} as const;

export const findInvitationById = (id: string, tx: Transaction = prisma()) =>
  tx.invitation.findUnique({ where: { id }, include: withPeople });

export const findInvitationIdByCode = async (code: string): Promise<string | null> =>
  (await prisma().invitation.findUnique({ where: { code }, select: { id: true } }))?.id ?? null;

/** The newest of a person's invitations, in whatever state it is. */
export const findLatestInvitation = (inviterId: string, tx: Transaction = prisma()) =>
  tx.invitation.findFirst({
    where: { inviterId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: withPeople,
  });

export type InvitationRow = NonNullable<Awaited<ReturnType<typeof findInvitationById>>>;

type NewRow = {
  coupleId: string;
  inviterId: string;
  code: string;
  createdAt: Date;
  expiresAt: Date;
  coupleKeyBySecret: string;
  secretProofHash: string;
  inviterSealedCoupleKey: string;
  words: Prisma.InputJsonValue | null;
};

/** Throws a collision when the code or the couple's id exists already. */
export const insertInvitation = (tx: Transaction, { words, ...row }: NewRow) =>
  tx.invitation.create({
    data: { ...row, words: words ?? Prisma.DbNull, openInviterId: row.inviterId },
    select: { id: true },
  });

// A closed invitation opens nothing: its keys and words go, and what remains says when it was what.
const wiped = {
  openInviterId: null,
  coupleKeyBySecret: "",
  inviterSealedCoupleKey: "",
  claimantSealedKey: null,
  words: Prisma.DbNull,
};

type Closing = { acceptedAt: Date } | { revokedAt: Date } | { declinedAt: Date };

export async function closeInvitation(tx: Transaction, id: string, closing: Closing): Promise<void> {
  await tx.invitation.update({ where: { id }, data: { ...closing, ...wiped }, select: { id: true } });
}

/** Revokes what these people have open. @returns who was asking to be let in there */
export async function revokeOpenInvitations(tx: Transaction, inviterIds: readonly string[], now: Date) {
  const revoked = await tx.invitation.updateManyAndReturn({
    where: { openInviterId: { in: [...inviterIds] } },
    data: { ...wiped, revokedAt: now },
    select: { claimantId: true },
  });
  return revoked.flatMap(({ claimantId }) => claimantId ?? []);
}

const noClaim = { claimantId: null, claimedAt: null, claimantSealedKey: null };

/** Takes back what these people ask of open invitations. @returns whose invitations those are */
export async function withdrawClaims(tx: Transaction, claimantIds: readonly string[]) {
  const left = await tx.invitation.updateManyAndReturn({
    where: { claimantId: { in: [...claimantIds] }, openInviterId: { not: null } },
    data: noClaim,
    select: { inviterId: true },
  });
  return left.map(({ inviterId }) => inviterId);
}

export const setClaim = (tx: Transaction, id: string, claimantId: string, now: Date) =>
  tx.invitation.update({ where: { id }, data: { ...noClaim, claimantId, claimedAt: now }, select: { id: true } });

export const clearClaim = (tx: Transaction, id: string) =>
  tx.invitation.update({ where: { id }, data: noClaim, select: { id: true } });

export const confirmClaimant = (tx: Transaction, id: string, claimantSealedKey: string) =>
  tx.invitation.update({ where: { id }, data: { claimantSealedKey }, select: { id: true } });

/** Wrong codes of one account, counted over restarts and on every node. */
export const countCodeTries = (keyPrefix: string, durationSeconds: number) =>
  new RateLimiterPostgres({
    storeClient: pool(),
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix,
    points: 1,
    duration: durationSeconds,
  });
