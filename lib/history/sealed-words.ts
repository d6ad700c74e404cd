import { z } from "zod";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { Writing } from "@/lib/check-in/state";
import { seatSchema } from "@/lib/ids";
import { lineSchema } from "./line";

/** As it goes to the browser: `words` is looked at when it is opened, so that one broken value stops nothing. */
const writingSchema = z.object({
  seat: seatSchema,
  kind: z.string(),
  commandId: z.string(),
  words: z.unknown(),
});

/** `writings`: null where the log of that check-in cannot be read. */
export const wordsPageSchema = z.object({
  checkIns: z.array(lineSchema.extend({ writings: z.array(writingSchema).nullable() })),
  next: z.string().nullable(),
  /** How many there are altogether, on the first page; null on the others, and where they are too many to count. */
  total: z.number().nullable(),
});
export type WordsPage = z.infer<typeof wordsPageSchema>;
export type SealedCheckIn = WordsPage["checkIns"][number];

/** Every writing that a seat may read in a past check-in, in the order in which it was lived. */
export const writingsOf = ({ chapters }: CheckInRecord): Writing[] =>
  chapters
    .flatMap((chapter): (Writing | null | undefined)[] => {
      switch (chapter.kind) {
        case "reveal":
          return [chapter.written.A, chapter.written.B];
        case "turn":
          return [
            ...chapter.exchanges.flatMap(({ pieces, reflection, added }) => [...pieces, reflection, added]),
            chapter.empathy,
          ];
        case "request":
          return [chapter.request, chapter.answer?.writing];
        default:
          return [];
      }
    })
    .filter((writing) => writing !== null && writing !== undefined);
