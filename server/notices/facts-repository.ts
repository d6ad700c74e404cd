import { prisma } from "@/server/database/client";

/** What a notice is about, read again when its time has come. */

/** Whom it goes to; null once they are gone. */
export const findReader = (personId: string) =>
  prisma().person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      email: true,
      zone: true,
      noticeSettings: { omit: { personId: true } },
      partners: { select: { coupleId: true, seat: true, leftAt: true } },
    },
  });
export type Reader = NonNullable<Awaited<ReturnType<typeof findReader>>>;

export const findPlanned = (coupleId: string, id: string) =>
  prisma().plannedCheckIn.findUnique({ where: { coupleId_id: { coupleId, id } } });

export const findProposal = (coupleId: string, id: string) =>
  prisma().proposal.findFirst({ where: { coupleId, id }, select: { status: true, lapsesAt: true } });

export const findRhythm = (coupleId: string, id: string) =>
  prisma().rhythm.findFirst({
    where: { coupleId, id },
    select: { offeredCoupleId: true, activeCoupleId: true, endedAt: true },
  });

export const findTicket = (personId: string, id: string) =>
  prisma().recoveryTicket.findFirst({ where: { id, personId }, select: { expiresAt: true, usedAt: true } });

export const hasKeyRequest = async (coupleId: string, seat: "A" | "B"): Promise<boolean> =>
  (await prisma().keyRequest.count({ where: { coupleId, seat } })) > 0;

/** Check-ins that are on a break now, whoever's they are. */
export const listOnBreak = () =>
  prisma().checkIn.findMany({
    where: { status: "onBreak", activeCoupleId: { not: null } },
    select: { id: true, coupleId: true },
    take: 10_000,
  });

export const findOneOf = async (coupleId: string): Promise<string | null> =>
  (await prisma().partner.findFirst({ where: { coupleId, leftAt: null }, select: { personId: true } }))?.personId ??
  null;

export const findPersonAt = async (coupleId: string, seat: "A" | "B"): Promise<string | null> =>
  (await prisma().partner.findFirst({ where: { coupleId, seat, leftAt: null }, select: { personId: true } }))
    ?.personId ?? null;
