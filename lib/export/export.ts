import { z } from "zod";
import { checkInIdSchema } from "@/lib/ids";
import { contents } from "@/lib/sealing/contents";

/*
 * What somebody takes with them: their own words and the agreements that both said yes to, in the clear. Version 1 is a promise:
 * a file that was saved once can be read for good. It may grow by optional parts; a change that an older reader would get wrong
 * is a new version.
 */
export const exportFormat = "heard-export";
export const exportVersion = 1;

const instant = z.iso.datetime();
const text = z.string().max(20_000);

/** Why there are no words where something was written. */
const absentSchema = z.object({ absent: z.enum(["takenBack", "notLeft", "couldNotBeOpened", "aloud"]) });

const saidSchema = z.union([
  z.object({ piece: contents.piece }),
  z.object({ close: contents.close }),
  z.object({ text }),
  absentSchema,
]);
export type Said = z.infer<typeof saidSchema>;

const writingSchema = z.object({
  /** The kind of writing, for example "piece" or "reflection". */
  kind: z.string().max(40),
  at: instant,
  said: saidSchema,
});
export type ExportedWriting = z.infer<typeof writingSchema>;

/** Beside a check-in: a note in the margin of one of its pages, and the line under it. */
const noteSchema = z.object({ page: z.string().max(200), at: instant, said: saidSchema });
/** `agreedAt`: null while the other had not said yes to it. */
const lineSchema = z.object({ agreedAt: instant.nullable(), said: saidSchema });

const agreementSchema = z.object({
  agreedAt: instant,
  retiredAt: instant.nullable(),
  askedByMe: z.boolean(),
  request: saidSchema,
  answer: saidSchema,
});

export const exportedCheckInSchema = z.object({
  checkInId: checkInIdSchema,
  /** Whom it was with; null where that account is gone. */
  with: z.string().max(200).nullable(),
  title: z.string().max(200),
  openedAt: instant,
  endedAt: instant.nullable(),
  tookAPause: z.boolean(),
  pages: z.array(z.object({ title: z.string().max(200), writings: z.array(writingSchema).max(200) })).max(100),
  agreements: z.array(agreementSchema).max(100),
  notes: z.array(noteSchema).max(200).optional(),
  lines: z.array(lineSchema).max(10).optional(),
});
export type ExportedCheckIn = z.infer<typeof exportedCheckInSchema>;

/** One's own side of a loop that two drew together. */
const laneSchema = z.object({
  with: z.string().max(200).nullable(),
  changedAt: instant,
  said: z.union([z.object({ lane: contents.lane }), absentSchema]),
});
export type ExportedLane = z.infer<typeof laneSchema>;

export const exportSchema = z.object({
  format: z.literal(exportFormat),
  version: z.literal(exportVersion),
  exportedAt: instant,
  /** Whose words these are. */
  name: z.string().max(200),
  /** The latest first. */
  checkIns: z.array(exportedCheckInSchema).max(50_000),
  lanes: z.array(laneSchema).max(200).optional(),
});
export type Export = z.infer<typeof exportSchema>;
