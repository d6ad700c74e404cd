import type { Prisma } from "@/prisma/generated/client";
import { pool, prisma } from "@/server/database/client";

/** A notice as one worker holds it. `claimedAt` is the claim: whoever takes it over writes another. */
export type Claimed = Awaited<ReturnType<typeof claim>> & object;

const columns = {
  id: true,
  personId: true,
  coupleId: true,
  channel: true,
  kind: true,
  subject: true,
  detail: true,
  dueAt: true,
  tries: true,
} as const;

/**
 * Takes a notice that waits, or that a worker took and then died over: nothing was handed over yet, so it may be taken again.
 *
 * @returns null when there is nothing to do, or another worker is at it
 */
export async function claim(id: string, now: Date, deadBefore: Date) {
  const [row] = await prisma().notice.updateManyAndReturn({
    where: { id, OR: [{ status: "waiting" }, { status: "claimed", claimedAt: { lt: deadBefore } }] },
    data: { status: "claimed", claimedAt: now, tries: { increment: 1 } },
    select: columns,
  });
  return row === undefined ? null : { ...row, claimedAt: now };
}

/**
 * The last byte is about to go out. By `pg` itself, because a worker that dies between this commit and that byte has told nobody: the
 * shorter the way from one to the other, the better.
 *
 * @returns false when another worker has taken the notice over
 */
export async function beginHanding({ id, claimedAt }: Claimed): Promise<boolean> {
  const text = `UPDATE "Notice" SET "status" = 'handing' WHERE "id" = $1 AND "claimedAt" = $2 AND "status" = 'claimed'`;
  return (await pool().query({ name: "begin-handing", text, values: [id, claimedAt] })).rowCount === 1;
}

type Ending = "sent" | "unsure" | "undeliverable" | "dropped";

/** What is over keeps its subject, which keeps the same notice from being asked for again, and loses what it was about. */
export async function end({ id, claimedAt }: Claimed, status: Ending): Promise<void> {
  await prisma().notice.updateMany({
    // Declared unsure by another worker meanwhile, it may still turn out to have been taken.
    where: { id, claimedAt, status: { in: ["claimed", "handing", "unsure"] } },
    data: { status, endedAt: new Date(), detail: {} },
  });
}

/** Back among those that wait, for a later time. @returns false when another worker has it by now */
export async function putOff(
  { id, claimedAt }: Claimed,
  dueAt: Date,
  tx: Prisma.TransactionClient = prisma(),
): Promise<boolean> {
  const { count } = await tx.notice.updateMany({
    where: { id, claimedAt, status: { in: ["claimed", "handing"] } },
    data: { status: "waiting", dueAt },
  });
  return count === 1;
}

/** Handed over by workers that then died: nobody can know whether they were taken, so they are never sent again. */
export const declareUnsure = (deadBefore: Date) =>
  prisma().notice.updateManyAndReturn({
    where: { status: "handing", claimedAt: { lt: deadBefore } },
    data: { status: "unsure", endedAt: new Date(), detail: {} },
    select: { id: true, kind: true, channel: true },
  });

/** Due for a while and still there: their job died with its worker. Oldest first. */
export async function listLeftBehind(deadBefore: Date, limit: number): Promise<string[]> {
  const rows = await prisma().notice.findMany({
    where: {
      OR: [
        { status: "waiting", dueAt: { lt: deadBefore } },
        { status: "claimed", claimedAt: { lt: deadBefore } },
      ],
    },
    orderBy: { dueAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export const deleteEndedBefore = async (before: Date): Promise<number> =>
  (await prisma().notice.deleteMany({ where: { endedAt: { lt: before } } })).count;
