import type { CoupleId, PersonId, Seat } from "@/lib/ids";
import { coupleIdSchema, seatSchema } from "@/lib/ids";
import { Prisma } from "@/prisma/generated/client";
import { deleteWithoutKeys } from "@/server/keeping/erasing-repository";
import type { Transaction } from "@/server/keeping/repository";

export { lockPeopleToDelete } from "@/server/database/people";

/** The living couple of somebody whose row is locked: nobody can link or unlink them meanwhile. */
export const findLivingCouple = async (tx: Transaction, personId: PersonId): Promise<string | null> =>
  (await tx.partner.findUnique({ where: { linkedPersonId: personId }, select: { coupleId: true } }))?.coupleId ?? null;

/** Every seat that somebody has or had. */
export const listSeats = async (tx: Transaction, personId: PersonId): Promise<{ coupleId: CoupleId; seat: Seat }[]> => {
  const seats = await tx.partner.findMany({ where: { personId }, select: { coupleId: true, seat: true } });
  return seats.map(({ coupleId, seat }) => ({
    coupleId: coupleIdSchema.parse(coupleId),
    seat: seatSchema.parse(seat),
  }));
};

const gone = JSON.stringify({ gone: "notLeft" });

/** Erases everything that one seat ever wrote in a couple, in every place that holds words. What it did stays a fact. */
export async function eraseAuthor(tx: Transaction, { coupleId, seat }: { coupleId: CoupleId; seat: Seat }) {
  await tx.$executeRaw`
    UPDATE "CheckInEvent" SET "payload" = jsonb_set("payload", '{words}', ${gone}::jsonb)
    WHERE "coupleId" = ${coupleId}::uuid AND "seat" = ${seat}::"Seat" AND "payload" -> 'words' ? 'c'`;
  await tx.$executeRaw`
    UPDATE "Agreement" SET
      "request" = CASE WHEN "asker" = ${seat}::"Seat" AND "request" ? 'c' THEN ${gone}::jsonb ELSE "request" END,
      "answer" = CASE WHEN "asker" <> ${seat}::"Seat" AND "answer" ? 'c' THEN ${gone}::jsonb ELSE "answer" END
    WHERE "coupleId" = ${coupleId}::uuid`;
  const own = { coupleId, seat };
  const noOffer = { offered: Prisma.DbNull, offeredBy: null, offeredId: null };
  await tx.agreement.updateMany({ where: { coupleId, offeredBy: seat }, data: noOffer });
  await tx.agreement.updateMany({
    where: { coupleId, changedBy: seat },
    data: { changed: Prisma.DbNull, changedBy: null, changedId: null },
  });
  await tx.marginNote.deleteMany({ where: own });
  await tx.loopLane.deleteMany({ where: own });
  await tx.caption.updateMany({ where: { coupleId, offeredBy: seat }, data: noOffer });
  await tx.caption.updateMany({
    where: { coupleId, wordsBy: seat },
    data: { words: Prisma.DbNull, wordsBy: null, wordsId: null, agreedAt: null },
  });
  await tx.proposal.updateMany({ where: own, data: { words: Prisma.DbNull } });
}

/** Who was asking at this person's invitations, and whose invitations this person was asking at: their pages are out of date. */
export async function closeInvitations(tx: Transaction, personId: PersonId): Promise<string[]> {
  const own = await tx.invitation.findMany({
    where: { openInviterId: personId, claimantId: { not: null } },
    select: { claimantId: true },
  });
  const asked = await tx.invitation.updateManyAndReturn({
    where: { claimantId: personId },
    data: { claimantId: null, claimedAt: null, claimantSealedKey: null },
    select: { inviterId: true },
  });
  return [...own.flatMap(({ claimantId }) => claimantId ?? []), ...asked.map(({ inviterId }) => inviterId)];
}

export const listSessionIds = async (tx: Transaction, personId: PersonId): Promise<string[]> =>
  (await tx.authSession.findMany({ where: { personId }, select: { id: true } })).map(({ id }) => id);

type Leaving = { personId: PersonId; email: string; coupleIds: readonly CoupleId[]; leavesWords: boolean };

/**
 * Removes a person and all that is theirs alone: sessions, feeds, pushes, notices and their jobs, invitations, hours, settings,
 * tickets, archives, keys, held mail. Their seats stay without a person and without a key, so that the other's own words do; a
 * couple without any key goes.
 */
export async function deletePerson(tx: Transaction, { personId, email, coupleIds, leavesWords }: Leaving) {
  await tx.$executeRaw`
    SELECT graphile_worker.remove_job('notice/' || n."id") FROM "Notice" n WHERE n."personId" = ${personId}::uuid`;
  await tx.$executeRaw`DELETE FROM "HeldMail" WHERE position(lower(${email}) IN lower("to" || "subject" || "raw")) > 0`;
  await tx.partner.updateMany({
    where: { personId },
    data: { personId: null, linkedPersonId: null, sealedCoupleKey: "", leavesWords },
  });
  await tx.keyRequest.deleteMany({ where: { coupleId: { in: [...coupleIds] } } });
  await tx.person.delete({ where: { id: personId }, select: { id: true } });
  await deleteWithoutKeys(tx, coupleIds);
}
