import type { CheckInId, CommandId, CoupleId, Seat } from "@/lib/ids";
import type { Sealed } from "@/lib/sealing/sealed";
import { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/server/database/client";
import { isLivingSeat, type Membership } from "@/server/database/living-seat";
import type { Transaction } from "@/server/database/transaction";

export { lockPastCheckIn } from "@/server/database/past-check-in";
export { listPeople } from "@/server/database/people";
export { inTransaction, type Transaction } from "@/server/database/transaction";

/**
 * Holds the couple against an unlink and the check-in against whoever writes to its margin at the same moment, until the
 * transaction ends.
 *
 * @returns whether it has ended; null for everyone without a living seat at it, as if it did not exist
 */
export async function lockCheckIn(
  tx: Transaction,
  member: Membership,
  checkInId: CheckInId,
): Promise<"ended" | "running" | null> {
  const rows = await tx.$queryRaw<{ running: boolean }[]>`
    SELECT k."activeCoupleId" IS NOT NULL AS "running"
    FROM "Couple" c JOIN "CheckIn" k ON k."coupleId" = c."id"
    WHERE ${isLivingSeat(member)} AND k."id" = ${checkInId}::uuid
    FOR SHARE OF c FOR NO KEY UPDATE OF k`;
  const [row] = rows;
  if (!row) return null;
  return row.running ? "running" : "ended";
}

const noteColumns = { id: true, checkInId: true, page: true, seat: true, words: true, at: true } as const;
export type NoteRow = Prisma.MarginNoteGetPayload<{ select: typeof noteColumns }>;

export const findNote = (tx: Transaction, coupleId: CoupleId, noteId: CommandId): Promise<NoteRow | null> =>
  tx.marginNote.findFirst({ where: { id: noteId, coupleId }, select: noteColumns });

export const countNotes = (tx: Transaction, coupleId: CoupleId, checkInId: CheckInId): Promise<number> =>
  tx.marginNote.count({ where: { coupleId, checkInId } });

type NewNote = {
  id: CommandId;
  coupleId: CoupleId;
  checkInId: CheckInId;
  page: string;
  seat: Seat;
  words: Sealed;
  at: Date;
};

/** @returns false when the id is somebody's already */
export async function insertNote(tx: Transaction, note: NewNote): Promise<boolean> {
  const { count } = await tx.marginNote.createMany({ data: [note], skipDuplicates: true });
  return count === 1;
}

export const deleteNote = (tx: Transaction, coupleId: CoupleId, noteId: CommandId, seat: Seat) =>
  tx.marginNote.deleteMany({ where: { id: noteId, coupleId, seat } });

/** Oldest first. */
export const listNotes = (coupleId: CoupleId, checkInId: CheckInId): Promise<NoteRow[]> =>
  prisma().marginNote.findMany({
    where: { coupleId, checkInId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: noteColumns,
  });

type Author = Pick<Membership, "coupleId" | "seat">;

/** Of one author, beside any of these check-ins, oldest first. */
export const listNotesOf = ({ coupleId, seat }: Author, checkInIds: readonly string[]): Promise<NoteRow[]> =>
  prisma().marginNote.findMany({
    where: { coupleId, seat, checkInId: { in: [...checkInIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: noteColumns,
  });

/** Those in which one author's words are, agreed on or offered. */
export const listCaptionsOf = ({ coupleId, seat }: Author, checkInIds: readonly string[]): Promise<CaptionRow[]> =>
  prisma().caption.findMany({
    where: { coupleId, checkInId: { in: [...checkInIds] }, OR: [{ wordsBy: seat }, { offeredBy: seat }] },
  });

export const findCaption = (coupleId: CoupleId, checkInId: CheckInId, tx: Transaction = prisma()) =>
  tx.caption.findUnique({ where: { coupleId_checkInId: { coupleId, checkInId } } });
export type CaptionRow = NonNullable<Awaited<ReturnType<typeof findCaption>>>;

type Offer = { offerId: CommandId; words: Sealed; seat: Seat };

/** Call with the check-in locked: the row is made here, or its offer replaced. */
export async function writeOffer(
  tx: Transaction,
  coupleId: CoupleId,
  checkInId: CheckInId,
  { offerId, words, seat }: Offer,
): Promise<void> {
  const offer = { offered: words, offeredBy: seat, offeredId: offerId };
  await tx.caption.upsert({
    where: { coupleId_checkInId: { coupleId, checkInId } },
    create: { coupleId, checkInId, ...offer },
    update: offer,
    select: { coupleId: true },
  });
}

const noOffer = { offered: Prisma.DbNull, offeredBy: null, offeredId: null };

export async function dropOffer(tx: Transaction, coupleId: CoupleId, checkInId: CheckInId): Promise<void> {
  await tx.caption.updateMany({ where: { coupleId, checkInId }, data: noOffer });
}

/** The offer becomes the line of both. Call with the check-in locked. */
export async function agreeOnOffer(tx: Transaction, row: CaptionRow, at: Date): Promise<void> {
  const { coupleId, checkInId, offered, offeredBy, offeredId } = row;
  await tx.caption.update({
    where: { coupleId_checkInId: { coupleId, checkInId } },
    data: { words: offered ?? Prisma.DbNull, wordsBy: offeredBy, wordsId: offeredId, agreedAt: at, ...noOffer },
    select: { coupleId: true },
  });
}

/** The line goes; an offer that waits stays. @returns false when another one took its place */
export async function clearCaption(
  tx: Transaction,
  coupleId: CoupleId,
  checkInId: CheckInId,
  captionId: CommandId,
): Promise<boolean> {
  const { count } = await tx.caption.updateMany({
    where: { coupleId, checkInId, wordsId: captionId },
    data: { words: Prisma.DbNull, wordsBy: null, wordsId: null, agreedAt: null },
  });
  return count === 1;
}
