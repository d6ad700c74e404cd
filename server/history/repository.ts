import type { CoupleId } from "@/lib/ids";
import { prisma } from "@/server/database/client";

/** The whole logs of some of a couple's check-ins, each oldest first. */
export const listLogRows = (coupleId: CoupleId, checkInIds: readonly string[]) =>
  prisma().checkInEvent.findMany({
    where: { coupleId, checkInId: { in: [...checkInIds] } },
    orderBy: [{ checkInId: "asc" }, { seq: "asc" }],
  });
export type LogRow = Awaited<ReturnType<typeof listLogRows>>[number];

/** How many have ended, up to a bound: asked once when somebody begins to look through all of them, never for the list. */
export const countEnded = (coupleId: CoupleId, most: number): Promise<number> =>
  prisma().checkIn.count({ where: { coupleId, activeCoupleId: null, begun: true }, take: most });

/** Whether at least so many were held to the end. */
export const hasCompleted = async (coupleId: CoupleId, least: number): Promise<boolean> => {
  const found = await prisma().checkIn.findMany({
    where: { coupleId, activeCoupleId: null, status: "completed" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: least,
    select: { id: true },
  });
  return found.length === least;
};
