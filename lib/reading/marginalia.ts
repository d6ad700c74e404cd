import { z } from "zod";
import { type CommandId, checkInIdSchema, commandIdSchema, type Seat } from "@/lib/ids";
import { type Sealed, sealedSchema } from "@/lib/sealing/sealed";

/** A page's own key in its check-in, for example `3-first-turn`. It names a place and holds no words. */
export const pageKeySchema = z.string().regex(/^[A-Za-z0-9-]{1,80}$/);

/** Of both together, in one check-in: a margin and not a second letter. */
export const mostNotes = 40;

const place = { checkInId: checkInIdSchema };

/** Its id is made once by the browser and sealed into the words, so a retry writes nothing twice. */
export const addNoteSchema = z.strictObject({
  ...place,
  noteId: commandIdSchema,
  page: pageKeySchema,
  words: sealedSchema,
});
export const removeNoteSchema = z.strictObject({ ...place, noteId: commandIdSchema });
export const offerCaptionSchema = z.strictObject({ ...place, offerId: commandIdSchema, words: sealedSchema });
/** Names the offer that was on the screen: a yes to another one is none. "Not now" lets an offer go, one's own too. */
export const answerCaptionSchema = z.strictObject({ ...place, offerId: commandIdSchema, yes: z.boolean() });
export const removeCaptionSchema = z.strictObject({ ...place, captionId: commandIdSchema });

export type AddNote = z.infer<typeof addNoteSchema>;
export type RemoveNote = z.infer<typeof removeNoteSchema>;
export type OfferCaption = z.infer<typeof offerCaptionSchema>;
export type AnswerCaption = z.infer<typeof answerCaptionSchema>;
export type RemoveCaption = z.infer<typeof removeCaptionSchema>;

/** Words in the margin, as everyone but the two of them sees them. `words` is null where they are no sealed value any more. */
export type SealedLine = { id: CommandId; seat: Seat; words: Sealed | null };
/** `at` in epoch milliseconds. */
export type MarginNote = SealedLine & { page: string; at: number };
/** The line that both said yes to, and the one that waits for the other's yes. */
export type Caption = { agreed: SealedLine | null; offered: SealedLine | null };
export type Marginalia = { notes: readonly MarginNote[]; caption: Caption };

export type NoteRefusal = "notAParticipant" | "readOnly" | "stillRunning" | "tooManyNotes" | "notYours";
export type CaptionRefusal =
  | "notAParticipant"
  /** The two are not linked any more, and both still read it. */
  | "readOnly"
  | "stillRunning"
  /** The other one has offered a line, which waits for an answer. */
  | "offerWaits"
  /** It was taken back, or another one took its place. */
  | "offerChanged"
  | "ownOffer"
  | "alreadyAgreed"
  | "captionChanged";
