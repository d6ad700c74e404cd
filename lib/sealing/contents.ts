import { z } from "zod";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";

/**
 * What is inside a sealed value, by `kind`. The host never sees these shapes. They may grow by optional parts; nothing may
 * be taken away or made narrower, or words sealed earlier could not be opened any more. Every text is optional: in spoken
 * mode the screen holds the floor and not every word.
 */

/** Nothing but blanks is as good as nothing. */
const text = z
  .string()
  .trim()
  .refine((value) => [...value].length <= textMaxCharacters, { error: "tooLong" })
  .transform((value) => (value === "" ? undefined : value))
  .optional();
const words = z.object({ text });

/** The id of a word from our lists (lib/words), or a word of one's own. */
const word = z
  .string()
  .trim()
  .min(1)
  .refine((value) => [...value].length <= 60, { error: "tooLong" });

export const strengthSchema = z.enum(["touch", "clearly", "very"]);
export const feelingSchema = z.object({ word, strength: strengthSchema, own: z.boolean().optional() });

export const contents = {
  appreciation: words,
  line: words,
  piece: z.object({
    feelings: z.array(feelingSchema).max(3).default([]),
    /** A softer word beside a hot or worn one. */
    softer: word.optional(),
    about: z.array(word).max(14).optional(),
    moment: text,
    need: text,
    opening: text,
  }),
  reflection: words,
  /** What the speaker adds to *nearly*, or the part that matters most after *not quite*. */
  mattersMost: words,
  empathy: words,
  request: words,
  answer: words,
  close: z.object({ thanks: text, leaving: text }),
  ending: words,
  invitation: words,
  /** The soft start-up of a proposal. */
  proposal: words,
  /** New words for an agreement, offered by one and said yes to by the other. */
  agreement: words,
  note: words,
  caption: words,
  /** One partner's own lane of "our loop". */
  lane: z.object({
    trigger: text,
    story: text,
    surface: z.array(word).max(3).default([]),
    doing: text,
    tender: z.array(word).max(3).default([]),
    longing: text,
  }),
} as const;

/** A piece as it stands while somebody writes it: as long as it likes, since a draft is only ever theirs. */
const draft = z.string().optional();
export const pieceDraftSchema = contents.piece.extend({ moment: draft, need: draft, opening: draft });

export type ContentKind = keyof typeof contents;
export type Content<K extends ContentKind> = z.infer<(typeof contents)[K]>;
export type Feeling = z.infer<typeof feelingSchema>;
export type Strength = z.infer<typeof strengthSchema>;
