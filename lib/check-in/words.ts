import { z } from "zod";
import { type Sealed, sealedSchema } from "@/lib/sealing/sealed";

/**
 * What stands in the place of words that are no longer there: `takenBack` by their author, or `notLeft` to whoever reads now
 * (the couple ended, or the author's account did).
 */
export const goneSchema = z.strictObject({ gone: z.enum(["takenBack", "notLeft"]) });
export type Gone = z.infer<typeof goneSchema>;

/** Sealed words, null where they were said aloud, or why they are gone. */
export const wordsSchema = z.union([sealedSchema, goneSchema]).nullable();
export type Words = z.infer<typeof wordsSchema>;

export const areGone = (words: Words): words is Gone => words !== null && "gone" in words;
export const areSealed = (words: Words): words is Sealed => words !== null && !areGone(words);
