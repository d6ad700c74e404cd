import type { CheckInId } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";
import * as keepsakes from "@/server/keeping/keepsake-repository";
import { inTransaction } from "@/server/keeping/repository";
import { recordsOf } from "@/server/keeping/taking-along";
import { publish } from "@/server/publish";

/** Whose yes a check-in has. Both: it is in the book. */
export type KeepsakeYeses = { mine: boolean; theirs: boolean };

export async function findYeses({ coupleId, seat }: Partnership, checkInId: CheckInId): Promise<KeepsakeYeses> {
  const seats = await keepsakes.listYeses(coupleId, checkInId);
  return { mine: seats.includes(seat), theirs: seats.some((one) => one !== seat) };
}

/**
 * One's own yes to having a check-in in the book of both voices, or taking it back. Each is one's own row, so that two yeses at
 * the same moment are two yeses; the same again changes nothing.
 */
export async function sayYes(
  partnership: Partnership,
  checkInId: CheckInId,
  yes: boolean,
): Promise<Result<null, "notFound" | "notLinked" | "stillRunning">> {
  const { coupleId, seat, personId, other } = partnership;
  const done = await inTransaction(async (tx): Promise<Result<null, "notFound" | "notLinked" | "stillRunning">> => {
    if (!(await keepsakes.holdSeat(tx, partnership))) return refuse("notLinked");
    const standing = await keepsakes.findStanding(tx, coupleId, checkInId);
    if (standing === null) return refuse("notFound");
    if (standing === "running") return refuse("stillRunning");
    await keepsakes.setYes(tx, { coupleId, checkInId, seat }, yes ? new Date() : null);
    return ok(null);
  });
  if (done.ok) publish({ type: "homeChanged", personIds: [personId, other.personId] });
  return done;
}

const pageLength = 20;

/** A page of the book: the sealed records of what both said yes to, the first lived first. */
export async function listBook(partnership: Partnership, after: string | null) {
  const ids = await keepsakes.listAgreed(partnership.coupleId, after, pageLength + 1);
  const shown = ids.slice(0, pageLength);
  const { records, unreadable } = await recordsOf(partnership, shown);
  return ok({ records, unreadable, next: ids.length > pageLength ? (shown.at(-1) ?? null) : null });
}
