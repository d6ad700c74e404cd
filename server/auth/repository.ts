import { randomUUID } from "node:crypto";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { pool, prisma } from "@/server/database/client";
import { errorCode } from "@/server/errors";

type NewPerson = {
  email: string;
  name: string;
  authHash: string;
  salt: string;
  kdfMemoryKib: number;
  kdfIterations: number;
  kdfParallelism: number;
  publicKey: string;
  privateKeyByPassword: string;
  privateKeyByRecoveryCode: string;
};

const kdfColumns = { salt: true, kdfMemoryKib: true, kdfIterations: true, kdfParallelism: true } as const;

/** @returns the new person's id, or null when the address has an account already, whoever was faster */
export async function createPerson(data: NewPerson): Promise<string | null> {
  try {
    return (await prisma().person.create({ data, select: { id: true } })).id;
  } catch (error) {
    // Prisma's "unique constraint": the address is the only unique column that a caller names.
    if (errorCode(error) === "P2002") return null;
    throw error;
  }
}

export const findCredentials = (email: string) =>
  prisma().person.findUnique({ where: { email }, select: { id: true, authHash: true } });

export const findKdf = (email: string) => prisma().person.findUnique({ where: { email }, select: kdfColumns });

/** What a person's own browser needs to open their words again, and of which couples. */
export const getOwnKeys = (personId: string) =>
  prisma().person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...kdfColumns,
      publicKey: true,
      privateKeyByPassword: true,
      partners: { select: { coupleId: true, sealedCoupleKey: true } },
    },
  });

export const changeName = (personId: string, name: string) =>
  prisma().person.update({ where: { id: personId }, data: { name }, select: { id: true } });

type NewSession = { personId: string; device: string; expiresAt: Date };

/**
 * @param authHash what the sign-in was checked against; null where nothing was
 * @returns null when the password was changed since. A change that is under way is waited for, so that it ends every session
 *   of the old password: one that was made before it, and one that would be made a moment later.
 */
export async function createSession(
  { personId, device, expiresAt }: NewSession,
  authHash: string | null,
): Promise<{ id: string } | null> {
  const rows = await prisma().$queryRaw<{ id: string }[]>`
    INSERT INTO "AuthSession" ("id", "personId", "device", "expiresAt")
    SELECT ${randomUUID()}::uuid, p."id", ${device}, ${expiresAt}::timestamptz
    FROM (
      SELECT "id" FROM "Person"
      WHERE "id" = ${personId}::uuid AND (${authHash}::text IS NULL OR "authHash" = ${authHash}::text)
      FOR SHARE
    ) p
    RETURNING "id"::text`;
  return rows[0] ?? null;
}

/** A session that may act now: neither ended nor expired. */
export const findLiveSession = (id: string, now: Date) =>
  prisma().authSession.findFirst({
    where: { id, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, lastSeenAt: true, person: { select: { id: true, name: true, email: true } } },
  });

/** Never brings an ended session back, and never moves `lastSeenAt` backwards. */
export const touchSession = (id: string, seenBefore: Date, now: Date, expiresAt: Date) =>
  prisma().authSession.updateMany({
    where: { id, revokedAt: null, lastSeenAt: { lte: seenBefore } },
    data: { lastSeenAt: now, expiresAt },
  });

export const listLiveSessions = (personId: string, now: Date) =>
  prisma().authSession.findMany({
    where: { personId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
  });

/** @returns the ids that were live until now: one session's, or all of a person's */
export async function endSessions(
  of: { id: string; personId?: string } | { personId: string },
  now: Date,
): Promise<string[]> {
  const ended = await prisma().authSession.updateManyAndReturn({
    where: { ...of, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
    select: { id: true },
  });
  return ended.map(({ id }) => id);
}

export const deleteSessionsOver = (personId: string, before: Date) =>
  prisma().authSession.deleteMany({
    where: { personId, OR: [{ revokedAt: { lt: before } }, { expiresAt: { lt: before } }] },
  });

/** Counts in the table `rate_limit`, so that a limit holds over restarts and on every node. */
export const countIn = (keyPrefix: string, points: number, durationSeconds: number) =>
  new RateLimiterPostgres({
    storeClient: pool(),
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix,
    points,
    duration: durationSeconds,
  });
