import { type CheckInEvent, type OpenedEvent, pauseTypes } from "@/lib/check-in/events";
import type { Status } from "@/lib/check-in/state";
import type { CheckInId, CoupleId, Seat } from "@/lib/ids";
import { checkInIdSchema } from "@/lib/ids";
import { type Append, type AppendOutcome, createAppend } from "@/server/check-ins/append";
import { eventOfRow, payloadOf } from "@/server/check-ins/event-row";
import { pool, prisma } from "@/server/database/client";
import { livingSeat, type Membership } from "@/server/database/living-seat";
import type { Transaction } from "@/server/database/transaction";

/** Of another area's, in which an opening or an ending is written too. */
export type { Transaction } from "@/server/database/transaction";

// One queue of commits for the whole process, not one for each copy of this module.
declare global {
  var heardAppend: ((append: Append) => Promise<AppendOutcome>) | undefined;
}

/** Adds one event, together with whatever else waits. @throws when the database cannot be reached; the outcome is unknown */
export const append = (event: Append): Promise<AppendOutcome> => {
  globalThis.heardAppend ??= createAppend((statement) => pool().query(statement));
  return globalThis.heardAppend(event);
};

export type LoggedEvent = { seq: number; event: CheckInEvent };

/**
 * The log of a check-in from `fromSeq` on, oldest first; empty for anyone without a living seat in its couple, as if it did
 * not exist.
 */
export const loadLog = async (
  { coupleId, seat, personId }: Membership,
  checkInId: CheckInId,
  fromSeq = 1,
): Promise<LoggedEvent[]> => {
  const partners = { some: { seat, personId, leftAt: null } };
  const rows = await prisma().checkInEvent.findMany({
    where: { coupleId, checkInId, seq: { gte: fromSeq }, checkIn: { couple: { partners } } },
    orderBy: { seq: "asc" },
  });
  return rows.map((row) => ({ seq: row.seq, event: eventOfRow(row) }));
};

const loadWholeLog = async (db: Transaction, coupleId: CoupleId, checkInId: CheckInId): Promise<LoggedEvent[]> => {
  const rows = await db.checkInEvent.findMany({ where: { coupleId, checkInId }, orderBy: { seq: "asc" } });
  return rows.map((row) => ({ seq: row.seq, event: eventOfRow(row) }));
};

/**
 * Writes a check-in and its first event, or neither.
 *
 * The couple's row is locked against an unlink at the same time: either the unlink comes first and nothing is opened, or it
 * comes later and ends what was opened here.
 *
 * @returns false when one is running already, or the couple is no more
 */
export const insertOpened = async (
  member: Membership,
  opened: OpenedEvent,
  status: Status,
  db: Transaction = prisma(),
): Promise<boolean> => {
  const { seat } = member;
  const { checkInId, guideId, guideVersion, commandId, type } = opened;
  const at = new Date(opened.at);
  const rows = await db.$queryRaw<unknown[]>`
    WITH ${livingSeat(member)}, opened AS (
      INSERT INTO "CheckIn" ("id", "coupleId", "guideId", "guideVersion", "status", "createdAt", "activeCoupleId")
      SELECT ${checkInId}::uuid, "id", ${guideId}, ${guideVersion}, ${status}::"CheckInStatus", ${at}, "id" FROM living
      ON CONFLICT DO NOTHING
      RETURNING "id", "coupleId"
    )
    INSERT INTO "CheckInEvent" ("coupleId", "checkInId", "seq", "type", "payload", "seat", "commandId", "at")
    SELECT "coupleId", "id", 1, ${type}, ${JSON.stringify(payloadOf(opened))}::jsonb, ${seat}::"Seat", ${commandId}::uuid, ${at}
    FROM opened
    RETURNING "checkInId"`;
  return rows.length === 1;
};

export const findRunningId = async (coupleId: CoupleId, db: Transaction = prisma()): Promise<CheckInId | null> => {
  const running = await db.checkIn.findUnique({ where: { activeCoupleId: coupleId }, select: { id: true } });
  return running && checkInIdSchema.parse(running.id);
};

export type ListedCheckIn = {
  id: string;
  guideId: string;
  guideVersion: number;
  status: Status;
  createdAt: Date;
  endedAt: Date | null;
};
export type Cursor = { createdAt: Date; id: string };

/**
 * Those that were held and have ended, newest first, after the cursor. A keyset and never a count: the tenth page of a long
 * life together costs what the first one does.
 */
export const listEnded = (coupleId: CoupleId, after: Cursor | null, limit: number): Promise<ListedCheckIn[]> =>
  prisma().checkIn.findMany({
    where: {
      coupleId,
      activeCoupleId: null,
      begun: true,
      // The first line is what the index is entered by; the second only settles equal instants.
      ...(after && {
        createdAt: { lte: after.createdAt },
        OR: [{ createdAt: { lt: after.createdAt } }, { id: { lt: after.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, guideId: true, guideVersion: true, status: true, createdAt: true, endedAt: true },
  });

/** Whose wish a check-in was: who opened it. Null where there is none of this couple's by that id. */
export const findOpener = async (coupleId: CoupleId, checkInId: CheckInId): Promise<Seat | null> => {
  const key = { coupleId, checkInId, seq: 1 };
  const first = await prisma().checkInEvent.findUnique({
    where: { coupleId_checkInId_seq: key },
    select: { seat: true },
  });
  return first?.seat ?? null;
};

/** Those of the given check-ins in which a time-out was taken; never by whom. */
export const listPaused = async (coupleId: CoupleId, checkInIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const pauses = await prisma().checkInEvent.findMany({
    where: { coupleId, checkInId: { in: [...checkInIds] }, type: "paused" },
    select: { checkInId: true },
  });
  return new Set(pauses.map(({ checkInId }) => checkInId));
};

/** The log of the check-in that was held last; empty before the first. */
export const loadLastEndedLog = async (coupleId: CoupleId, db: Transaction = prisma()): Promise<LoggedEvent[]> => {
  const last = await db.checkIn.findFirst({
    where: { coupleId, activeCoupleId: null, begun: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return last ? loadWholeLog(db, coupleId, checkInIdSchema.parse(last.id)) : [];
};

/** The couple's newest that has ended, held or not, and the command that opened it. */
export const findNewestEnded = async (coupleId: CoupleId, db: Transaction = prisma()) => {
  const newest = await db.checkIn.findFirst({
    where: { coupleId, activeCoupleId: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, events: { where: { seq: 1 }, select: { commandId: true } } },
  });
  return newest && { checkInId: checkInIdSchema.parse(newest.id), openedBy: newest.events[0]?.commandId ?? null };
};

/** The log of the running check-in as another area's transaction sees it; null when none runs. */
export const loadRunningLog = async (tx: Transaction, coupleId: CoupleId): Promise<LoggedEvent[] | null> => {
  const running = await tx.checkIn.findUnique({ where: { activeCoupleId: coupleId }, select: { id: true } });
  return running && loadWholeLog(tx, coupleId, checkInIdSchema.parse(running.id));
};

/**
 * Adds the ending inside another area's transaction. As at every end, the log then says no more whose a pause was.
 *
 * @returns false when a command was faster: read the log again
 */
export const appendEnding = async (
  tx: Transaction,
  { coupleId, checkInId, version, event, moved }: Append,
): Promise<boolean> => {
  const added = await tx.checkInEvent.createMany({
    data: {
      coupleId,
      checkInId,
      seq: version + 1,
      type: event.type,
      payload: payloadOf(event),
      seat: event.seat,
      commandId: event.commandId,
      at: new Date(event.at),
    },
    skipDuplicates: true,
  });
  if (added.count === 0) return false;
  if (moved) {
    const { status, begun } = moved;
    const endedAt = moved.endedAt === null ? null : new Date(moved.endedAt);
    await tx.checkIn.update({ where: { id: checkInId }, data: { status, endedAt, activeCoupleId: null, begun } });
    const pauses = { coupleId, checkInId, type: { in: [...pauseTypes] } };
    await tx.checkInEvent.updateMany({ where: pauses, data: { seat: null } });
  }
  return true;
};
