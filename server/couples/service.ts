import { z } from "zod";
import { coupleIdSchema, type PersonId, personIdSchema, seatSchema } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import { appendUnlinked } from "@/server/check-ins/service";
import { despiteCollisions } from "@/server/couples/collisions";
import { endCouple, findLastEnded, findLinked, inTransaction, lockPeople } from "@/server/couples/repository";
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
 * which one of them is linked and the other is not. What was written stays where it is, and nothing serves it.
 */
export async function unlink(partnership: Partnership): Promise<Result<null, "alreadyUnlinked">> {
  const { coupleId, seat, personId, other } = partnership;
  const ended = await despiteCollisions(() =>
    inTransaction(async (tx) => {
      await lockPeople(tx, [personId, other.personId]);
      const now = new Date();
      if (!(await endCouple(tx, coupleId, now))) return null;
      return { running: await appendUnlinked(tx, { coupleId, seat, now }) };
    }),
  );
  if (ended === null) return refuse("alreadyUnlinked");
  if (ended.running !== null) publish({ type: "checkInChanged", coupleId, state: ended.running });
  publish({ type: "coupleUnlinked", coupleId });
  publish({ type: "homeChanged", personIds: [personId, other.personId] });
  return ok(null);
}

const tellDays = 30;

/** Whom somebody was linked with until lately, so that *Us* can say that it ended; null once they are linked again. */
export async function findFormerPartner(personId: PersonId): Promise<{ name: string } | null> {
  if ((await findLinked(personId)) !== null) return null;
  const ended = await findLastEnded(personId, new Date(Date.now() - tellDays * 24 * 3_600_000));
  const name = ended?.couple.partners[0]?.person.name;
  return name === undefined ? null : { name };
}
