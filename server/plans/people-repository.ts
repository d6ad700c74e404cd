import type { PersonId } from "@/lib/ids";
import type { UsualHours } from "@/lib/plan/hours";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/plans/repository";

/** What planning knows of a person: their clock, and how they want to be told. */

export const setZone = (personId: PersonId, zone: string) =>
  prisma().person.update({ where: { id: personId }, data: { zone }, select: { id: true } });

export const listZones = (personIds: readonly PersonId[]) =>
  prisma().person.findMany({ where: { id: { in: [...personIds] } }, select: { id: true, zone: true } });

/** Who never changed anything has no row. */
export const listSettings = (personIds: readonly string[], tx: Transaction = prisma()) =>
  tx.noticeSettings.findMany({
    where: { personId: { in: [...personIds] } },
    select: { personId: true, reminderMinutes: true, proposalRestHours: true, calendarTitle: true },
  });

export const upsertHours = (personId: PersonId, { zone, days }: UsualHours, changedAt: Date) => {
  const hours = { zone, hours: days, changedAt };
  return prisma().usualHours.upsert({
    where: { personId },
    create: { personId, ...hours },
    update: hours,
    select: { personId: true },
  });
};

export const listHours = (personIds: readonly PersonId[]) =>
  prisma().usualHours.findMany({ where: { personId: { in: [...personIds] } } });

/** One address a person: a new token is the end of the one before. */
export const upsertFeed = (personId: PersonId, tokenHash: string, createdAt: Date) =>
  prisma().calendarFeed.upsert({
    where: { personId },
    create: { personId, tokenHash, createdAt },
    update: { tokenHash, createdAt },
    select: { personId: true },
  });

export const deleteFeed = (personId: PersonId) => prisma().calendarFeed.deleteMany({ where: { personId } });

export const findFeedOf = (personId: PersonId) =>
  prisma().calendarFeed.findUnique({ where: { personId }, select: { createdAt: true } });

export const findFeedOwner = async (tokenHash: string): Promise<string | null> =>
  (await prisma().calendarFeed.findUnique({ where: { tokenHash }, select: { personId: true } }))?.personId ?? null;
