import { z } from "zod";
import { coupleIdSchema, type PersonId, personIdSchema, seatSchema } from "@/lib/ids";
import { listFormer } from "@/server/couples/repository";

/** For so long both can read what was there when they were linked, and nothing else. */
export const readableDays = 30;
const day = 24 * 3_600_000;

// Not exported, as with Partnership: only a row of the database makes one.
const formerSchema = z
  .object({
    coupleId: coupleIdSchema,
    seat: seatSchema,
    personId: personIdSchema,
    name: z.string(),
    /** `name` is null once that account was deleted. */
    other: z.object({ seat: seatSchema, name: z.string().nullable() }),
    linkedAt: z.date(),
    unlinkedAt: z.date(),
    readableUntil: z.date(),
    leavesWords: z.boolean(),
    otherLeavesWords: z.boolean(),
  })
  .brand("FormerPartnership");
const rowSchema = z
  .object({ otherSeat: z.string(), otherName: z.string().nullable(), unlinkedAt: z.date() })
  .loose()
  .transform(({ otherSeat, otherName, ...own }) => ({
    ...own,
    other: { seat: otherSeat, name: otherName },
    readableUntil: new Date(own.unlinkedAt.getTime() + readableDays * day),
  }))
  .pipe(formerSchema);

/** One of two people who were linked once, seen from their side. It lets them read what was, and take back their own words. */
export type FormerPartnership = z.infer<typeof formerSchema>;

/** The couples that somebody has left and still has words of, the latest first. */
export const listFormerPartnerships = async (personId: PersonId): Promise<FormerPartnership[]> =>
  (await listFormer(personId)).map((row) => rowSchema.parse(row));

/**
 * Whether the other's words are kept from this one: the days are over, or the account is gone, and they were not left. The
 * rows are shared, so whose words are served is decided at each reading, and is right the moment the days are over.
 */
export const isWithheld = ({ other, otherLeavesWords, readableUntil }: FormerPartnership, now: Date): boolean =>
  !otherLeavesWords && (now >= readableUntil || other.name === null);
