import { type CheckInId, type CoupleId, commandIdSchema, type Seat } from "@/lib/ids";
import type { Marginalia, SealedLine } from "@/lib/reading/marginalia";
import { sealedSchema } from "@/lib/sealing/sealed";
import { findCaption, listNotes } from "@/server/reading/repository";

/** What stands in the margin and under a check-in. Whoever calls has asked already whether this person may read it. */
export async function findMarginalia(coupleId: CoupleId, checkInId: CheckInId): Promise<Marginalia> {
  const [notes, caption] = await Promise.all([listNotes(coupleId, checkInId), findCaption(coupleId, checkInId)]);
  return {
    notes: notes.flatMap(({ id, page, seat, words, at }) => {
      const line = lineOf(id, seat, words);
      return line ? [{ ...line, page, at: at.getTime() }] : [];
    }),
    caption: {
      agreed: lineOf(caption?.wordsId, caption?.wordsBy, caption?.words),
      offered: lineOf(caption?.offeredId, caption?.offeredBy, caption?.offered),
    },
  };
}

/** Words that are no sealed value any more are shown as words that do not open, beside all that do. */
export const lineOf = (
  id: string | null | undefined,
  seat: Seat | null | undefined,
  words: unknown,
): SealedLine | null =>
  id && seat ? { id: commandIdSchema.parse(id), seat, words: sealedSchema.nullable().catch(null).parse(words) } : null;
