import type { CheckInId, CoupleId, PlannedId } from "@/lib/ids";
import type { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/plans/repository";

/** Null for another couple's, as for what never was. */
export const findPlanned = (coupleId: CoupleId, id: string, tx: Transaction = prisma()) =>
  tx.plannedCheckIn.findUnique({ where: { coupleId_id: { coupleId, id } } });

export type PlannedRow = NonNullable<Awaited<ReturnType<typeof findPlanned>>>;

const withRhythm = { rhythm: { select: { rule: true, zone: true } } } as const;

export const findPlannedOf = (coupleId: CoupleId, checkInId: CheckInId) =>
  prisma().plannedCheckIn.findFirst({ where: { coupleId, checkInId }, include: withRhythm });

export type NewPlanned = Omit<Prisma.PlannedCheckInCreateManyInput, "createdAt" | "changedAt">;

/** @returns those that were not there yet: of a rhythm's slot there is one, ever, whatever became of it */
export const insertPlanned = (tx: Transaction, planned: readonly NewPlanned[], at: Date): Promise<PlannedRow[]> =>
  tx.plannedCheckIn.createManyAndReturn({
    data: planned.map((one) => ({ ...one, createdAt: at, changedAt: at })),
    skipDuplicates: true,
  });

type Change = Pick<Prisma.PlannedCheckInUncheckedUpdateManyInput, "startsAt" | "status" | "checkInId">;

/** Changes one as it was seen. @returns it as it is now; null when somebody was faster */
export async function changePlanned(
  tx: Transaction,
  { coupleId, id, sequence, status }: Pick<PlannedRow, "coupleId" | "id" | "sequence" | "status">,
  change: Change,
  at: Date,
): Promise<PlannedRow | null> {
  const [changed] = await tx.plannedCheckIn.updateManyAndReturn({
    where: { coupleId, id, sequence, status },
    data: { ...change, sequence: sequence + 1, changedAt: at },
  });
  return changed ?? null;
}

/** What no calendar has to hear of: it began, or its time went by. The sequence stays. */
export async function settlePlanned(
  tx: Transaction,
  { coupleId, id }: { coupleId: CoupleId; id: PlannedId },
  change: { status: "lapsed" } | { status: "started"; checkInId: CheckInId },
  at: Date,
): Promise<boolean> {
  const { count } = await tx.plannedCheckIn.updateMany({
    where: { coupleId, id, status: "planned" },
    data: { ...change, changedAt: at },
  });
  return count === 1;
}

/** Cancels what is planned by a rhythm from a slot on, or all of the couple's. @returns those, as they are now */
export const cancelPlanned = (
  tx: Transaction,
  coupleId: CoupleId,
  which: { rhythmId: string; fromSlot: Date | null } | "all",
  at: Date,
): Promise<PlannedRow[]> =>
  tx.plannedCheckIn.updateManyAndReturn({
    where: {
      coupleId,
      status: "planned",
      ...(which === "all"
        ? {}
        : { rhythmId: which.rhythmId, ...(which.fromSlot === null ? {} : { slot: { gte: which.fromSlot } }) }),
    },
    data: { status: "cancelled", sequence: { increment: 1 }, changedAt: at },
  });

/** Soonest first, from an instant on. */
export const listPlanned = (coupleId: CoupleId, from: Date, limit: number, tx: Transaction = prisma()) =>
  tx.plannedCheckIn.findMany({
    where: { coupleId, status: "planned", startsAt: { gte: from } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: limit,
    include: withRhythm,
  });

export type ListedPlanned = Awaited<ReturnType<typeof listPlanned>>[number];

/** The one that nobody came to last, since an instant. */
export const findLastLapsed = (coupleId: CoupleId, since: Date) =>
  prisma().plannedCheckIn.findFirst({
    where: { coupleId, status: "lapsed", startsAt: { gte: since } },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    select: { startsAt: true },
  });

/** Whether any was opened since, and not left in its lobby. */
export const hasCheckInSince = async (coupleId: CoupleId, since: Date, tx: Transaction = prisma()): Promise<boolean> =>
  (await tx.checkIn.findFirst({
    where: { coupleId, begun: true, createdAt: { gte: since } },
    select: { id: true },
  })) !== null;
