import type { CoupleId } from "@/lib/ids";
import { pool, prisma } from "@/server/database/client";

/** A row of a log, as `server/check-ins/event-row` reads it. */
export type LogRow = {
  checkInId: string;
  seq: number;
  type: string;
  payload: unknown;
  seat: string | null;
  commandId: string;
  at: Date;
};

/**
 * The whole logs of some of a couple's check-ins, each oldest first. Straight through the driver: of thousands of rows the
 * client's own mapping took as long as the reading.
 */
export const listLogRows = async (coupleId: CoupleId, checkInIds: readonly string[]): Promise<LogRow[]> => {
  const { rows } = await pool().query<LogRow>({
    text: `SELECT "checkInId", "seq", "type", "payload", "seat", "commandId", "at" FROM "CheckInEvent"
      WHERE "coupleId" = $1 AND "checkInId" = ANY($2) ORDER BY "checkInId", "seq"`,
    values: [coupleId, checkInIds],
  });
  return rows;
};

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
