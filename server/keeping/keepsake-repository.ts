import type { CheckInId, CoupleId, Seat } from "@/lib/ids";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/keeping/repository";

export { holdSeat } from "@/server/database/living-seat";

export const listYeses = async (coupleId: CoupleId, checkInId: CheckInId): Promise<Seat[]> => {
  const rows = await prisma().keepsakeConsent.findMany({ where: { coupleId, checkInId }, select: { seat: true } });
  return rows.map(({ seat }) => seat);
};

export async function findStanding(tx: Transaction, coupleId: CoupleId, checkInId: CheckInId) {
  const found = await tx.checkIn.findUnique({
    where: { coupleId_id: { coupleId, id: checkInId } },
    select: { activeCoupleId: true },
  });
  return found && (found.activeCoupleId === null ? "ended" : "running");
}

type Yes = { coupleId: CoupleId; checkInId: CheckInId; seat: Seat };

export async function setYes(tx: Transaction, yes: Yes, consentedAt: Date | null): Promise<void> {
  if (consentedAt === null) await tx.keepsakeConsent.deleteMany({ where: yes });
  else await tx.keepsakeConsent.createMany({ data: { ...yes, consentedAt }, skipDuplicates: true });
}

/** What both said yes to, the first lived first: ids of check-ins begin with their time. */
export const listAgreed = async (coupleId: CoupleId, after: string | null, limit: number): Promise<string[]> => {
  const rows = await prisma().keepsakeConsent.groupBy({
    by: ["checkInId"],
    where: { coupleId, ...(after !== null && { checkInId: { gt: after } }) },
    having: { seat: { _count: { equals: 2 } } },
    orderBy: { checkInId: "asc" },
    take: limit,
  });
  return rows.map(({ checkInId }) => checkInId);
};
