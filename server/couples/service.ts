import { z } from "zod";
import type { CheckInState } from "@/lib/check-in/state";
import { coupleIdSchema, type PersonId, personIdSchema, seatSchema } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import { appendUnlinked } from "@/server/check-ins/ending";
import { despiteCollisions } from "@/server/couples/collisions";
import { type FormerPartnership, listFormerPartnerships, readableDays } from "@/server/couples/former";
import {
  endCouple,
  findLinked,
  inTransaction,
  lockPeople,
  setLeavesWords,
  type Transaction,
} from "@/server/couples/repository";
import { enqueueNotices } from "@/server/notices/service";
import { endPlansForUnlink } from "@/server/plans/unlinking";
import { publish } from "@/server/publish";

// Not exported: parsing a row of the database is the only way to a Partnership, so whoever holds one is linked.
const partnershipSchema = z
  .object({
    coupleId: coupleIdSchema,
    seat: seatSchema,
    personId: personIdSchema,
    name: z.string(),
    other: z.object({ personId: personIdSchema, name: z.string(), seat: seatSchema }),
  })
  .brand("Partnership");
const rowSchema = z
  .object({ otherId: z.string(), otherName: z.string(), otherSeat: z.string() })
  .loose()
  .transform(({ otherId, otherName, otherSeat, ...own }) => ({
    ...own,
    other: { personId: otherId, name: otherName, seat: otherSeat },
  }))
  .pipe(partnershipSchema);

/**
 * One of two people who are linked now, seen from their side of the table. It is what a service asks for that touches a
 * couple's things: without one such a call does not compile.
 */
export type Partnership = z.infer<typeof partnershipSchema>;

/** Null for somebody who is not linked, or not any more. */
export async function findPartner(personId: PersonId): Promise<Partnership | null> {
  const row = await findLinked(personId);
  return row === null ? null : rowSchema.parse(row);
}

/**
 * Ends the couple for both, by either alone, and a running check-in with it: one transaction, so there is no moment in
 * which one of them is linked and the other is not. What was written can be read by both for 30 days (former).
 *
 * @param leavesWords whether the other may keep this one's words beyond those days
 */
export async function unlink(partnership: Partnership, leavesWords = false): Promise<Result<null, "alreadyUnlinked">> {
  const { personId, other } = partnership;
  const ended = await despiteCollisions(() =>
    inTransaction(async (tx) => {
      await lockPeople(tx, [personId, other.personId]);
      const now = await endIn(tx, partnership, new Date());
      if (now !== null) await setLeavesWords(tx, partnership, leavesWords);
      return now;
    }),
  );
  if (ended === null) return refuse("alreadyUnlinked");
  tellUnlinked(partnership, ended);
  return ok(null);
}

export type Ended = { running: CheckInState | null };

/** The part of an unlink that is written. Whoever calls it holds both people's rows. @returns null when it was over before */
export async function endIn(tx: Transaction, partnership: Partnership, now: Date): Promise<Ended | null> {
  const { coupleId, seat, other } = partnership;
  if (!(await endCouple(tx, coupleId, now))) return null;
  const detail = { coupleId, readableUntil: now.getTime() + readableDays * 24 * 3_600_000 };
  const subject = `farewell/${coupleId}`;
  await enqueueNotices(tx, [{ personId: other.personId, coupleId, kind: "farewell", subject, dueAt: now, detail }]);
  await endPlansForUnlink(tx, coupleId, now);
  return { running: await appendUnlinked(tx, { coupleId, seat, now }) };
}

/** The part that is told, after the commit. */
export function tellUnlinked({ coupleId, personId, other }: Partnership, { running }: Ended): void {
  if (running !== null) publish({ type: "checkInChanged", coupleId, state: running });
  publish({ type: "coupleUnlinked", coupleId });
  publish({ type: "homeChanged", personIds: [personId, other.personId] });
}

/** In the 30 days after an unlink one may still change whether the other keeps one's words. */
export async function leaveWords(former: FormerPartnership, leavesWords: boolean): Promise<Result<null, "over">> {
  if (new Date() >= former.readableUntil) return refuse("over");
  const isSet = await inTransaction((tx) => setLeavesWords(tx, former, leavesWords));
  return isSet ? ok(null) : refuse("over");
}

/**
 * Whom somebody was linked with until lately, so that *Us* can say that it ended; null once they are linked again. Without a
 * name when that account is gone.
 */
export async function findFormerPartner(personId: PersonId): Promise<{ name: string | null } | null> {
  if ((await findLinked(personId)) !== null) return null;
  const [last] = await listFormerPartnerships(personId);
  return last && new Date() < last.readableUntil ? { name: last.other.name } : null;
}
