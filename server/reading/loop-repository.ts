import type { CommandId, CoupleId, Seat } from "@/lib/ids";
import type { Shape, Yes } from "@/lib/reading/loop";
import type { Sealed } from "@/lib/sealing/sealed";
import { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/server/database/client";
import { holdSeat, type Membership } from "@/server/database/living-seat";
import type { Transaction } from "@/server/reading/repository";

/**
 * Holds the couple against an unlink and their loop against the other one's change at the same moment, until the transaction
 * ends. @returns false for everyone without a living seat in it
 */
export async function lockLoop(tx: Transaction, member: Membership): Promise<boolean> {
  if (!(await holdSeat(tx, member))) return false;
  const { coupleId } = member;
  await tx.loop.createMany({ data: [{ coupleId }], skipDuplicates: true });
  await tx.$queryRaw`SELECT "coupleId" FROM "Loop" WHERE "coupleId" = ${coupleId}::uuid FOR UPDATE`;
  return true;
}

export const listLanes = (coupleId: CoupleId, db: Transaction = prisma()) =>
  db.loopLane.findMany({ where: { coupleId }, orderBy: { seat: "asc" } });
export const findLoopRow = (coupleId: CoupleId, db: Transaction = prisma()) =>
  db.loop.findUnique({ where: { coupleId } });
export type LaneRow = Awaited<ReturnType<typeof listLanes>>[number];
export type LoopRow = NonNullable<Awaited<ReturnType<typeof findLoopRow>>>;

type NewLane = { coupleId: CoupleId; seat: Seat; words: Sealed; wordsId: CommandId; version: number; changedAt: Date };

/** Call with the loop locked. */
export async function writeLane(tx: Transaction, lane: NewLane): Promise<void> {
  const { coupleId, seat, ...words } = lane;
  await tx.loopLane.upsert({
    where: { coupleId_seat: { coupleId, seat } },
    create: lane,
    update: words,
    select: { seat: true },
  });
}

/** The row stays, without words, so that its versions go on. Call with the loop locked. */
export async function eraseLane(
  tx: Transaction,
  coupleId: CoupleId,
  seat: Seat,
  change: { version: number; changedAt: Date },
): Promise<void> {
  await tx.loopLane.updateMany({ where: { coupleId, seat }, data: { ...change, words: Prisma.JsonNull } });
}

type LoopChange = { shape?: Shape; version?: number; yesA?: Yes | null; yesB?: Yes | null };

/** Call with the loop locked. */
export async function changeLoop(tx: Transaction, coupleId: CoupleId, change: LoopChange): Promise<void> {
  const { yesA, yesB, ...rest } = change;
  await tx.loop.update({
    where: { coupleId },
    data: {
      ...rest,
      ...(yesA !== undefined && { yesA: yesA ?? Prisma.DbNull }),
      ...(yesB !== undefined && { yesB: yesB ?? Prisma.DbNull }),
    },
    select: { coupleId: true },
  });
}

/** Call with the loop locked. `caughtAt` is null once it was taken back. */
export async function countCaught(
  tx: Transaction,
  coupleId: CoupleId,
  { by, caughtAt }: { by: 1 | -1; caughtAt: Date | null },
): Promise<void> {
  await tx.loop.update({
    where: { coupleId },
    data: { caught: { increment: by }, caughtAt },
    select: { coupleId: true },
  });
}

/** What this seat shared in the couple's last ended check-ins, newest first: the sealed payloads as they are. */
export async function listShared(
  { coupleId, seat }: Membership,
  mostCheckIns: number,
): Promise<{ checkInId: string; commandId: string; payload: unknown }[]> {
  const checkIns = await prisma().checkIn.findMany({
    where: { coupleId, activeCoupleId: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostCheckIns,
    select: { id: true },
  });
  const checkInId = { in: checkIns.map(({ id }) => id) };
  return prisma().checkInEvent.findMany({
    where: { coupleId, checkInId, seat, type: "shared" },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    select: { checkInId: true, commandId: true, payload: true },
  });
}
