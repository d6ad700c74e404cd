import type { PoolClient } from "pg";
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
 * The outbox's side of handing a notice over. The line to the database is taken beforehand, so that the mark is written to it at
 * once and not when one is free.
 *
 * @param deadAfterMs the age at which a claim may be taken over; one that is near it is left to whoever comes next
 */
export function handingOf({ id, claimedAt }: Claimed, deadAfterMs: number) {
  let line: PoolClient | null = null;
  return {
    async stillOurs(): Promise<boolean> {
      line = await pool().connect();
      const text = `SELECT FROM "Notice" WHERE "id" = $1 AND "claimedAt" = $2 AND "status" = 'claimed'`;
      const { rowCount } = await line.query(text, [id, claimedAt]).catch(letGo);
      const isOurs = rowCount === 1 && Date.now() - claimedAt.getTime() < deadAfterMs * 0.75;
      if (!isOurs) letGo();
      return isOurs;
    },
    mark(): void {
      const text = `UPDATE "Notice" SET "status" = 'handing' WHERE "id" = $1 AND "claimedAt" = $2 AND "status" = 'claimed'`;
      // Its answer is of no use any more: what was handed over is written down at the end, with or without the mark.
      line?.query(text, [id, claimedAt]).then(letGo, letGo);
    },
    letGo: () => void letGo(),
  };
  function letGo(error?: unknown) {
    line?.release(error instanceof Error);
    line = null;
    return { rowCount: 0 };
  }
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
