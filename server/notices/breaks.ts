import { lapsesAfterBreak } from "@/lib/check-in/decide";
import { type CheckInId, type CoupleId, checkInIdSchema, coupleIdSchema, personIdSchema } from "@/lib/ids";
import { enter } from "@/server/check-ins/service";
import { findPartner, type Partnership } from "@/server/couples/service";
import { addJob } from "@/server/jobs/queue";
import * as facts from "@/server/notices/facts-repository";
import { inTransaction } from "@/server/notices/repository";
import { enqueueNotices } from "@/server/notices/service";

/**
 * What follows from a break: one notice each when it is over (none to whoever is back by then), and its end, 12 hours later. The
 * break itself was committed before, by the statement that appends events; should the server die in between, `rememberBreaks`
 * finds it within the hour. Again changes nothing.
 *
 * @param until epoch ms
 */
export async function rememberBreak(
  { coupleId, personId, other }: Partnership,
  checkInId: CheckInId,
  until: number,
): Promise<void> {
  const subject = `breakOver/${checkInId}/${until}`;
  const dueAt = new Date(until);
  await inTransaction(async (tx) => {
    const detail = { checkInId, until };
    const one = { coupleId, kind: "breakOver", subject, dueAt, detail } as const;
    await enqueueNotices(tx, [
      { ...one, personId },
      { ...one, personId: other.personId },
    ]);
    const runAt = new Date(until + lapsesAfterBreak);
    await addJob(tx, "lapseBreak", { coupleId, checkInId }, { runAt, key: `lapseBreak/${checkInId}` });
  });
}

/** Every break that is on now. */
export async function rememberBreaks(): Promise<void> {
  for (const row of await facts.listOnBreak()) {
    const [coupleId, checkInId] = [coupleIdSchema.parse(row.coupleId), checkInIdSchema.parse(row.id)];
    const partnership = await findEither(coupleId);
    const state = partnership && (await enter(partnership, checkInId, { keep: false }));
    if (partnership !== null && state?.onBreak) await rememberBreak(partnership, checkInId, state.onBreak.until);
  }
}

/** Whoever looks at a break that is long over finds it ended kindly; here nobody has to look. */
export async function lapseBreak(coupleId: CoupleId, checkInId: CheckInId): Promise<void> {
  const partnership = await findEither(coupleId);
  if (partnership !== null) await enter(partnership, checkInId, { keep: false });
}

/** One of the two, it does not matter who; null once they are linked no more. */
export async function findEither(coupleId: CoupleId): Promise<Partnership | null> {
  const personId = await facts.findOneOf(coupleId);
  return personId === null ? null : findPartner(personIdSchema.parse(personId));
}
