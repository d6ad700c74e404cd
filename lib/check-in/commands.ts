import { z } from "zod";
import { commandIdSchema } from "@/lib/ids";
import { sealedSchema } from "@/lib/sealing/sealed";

/** Sealed words, or null: passed over in spoken mode, where the screen holds the floor and not every word. */
const words = sealedSchema.nullable();
const minutes = z
  .int()
  .min(1)
  .max(24 * 60);

/** Commands that carry sealed words and nothing else. */
const writtenTypes = ["write", "share", "reflect", "empathise", "ask", "endKindly"] as const;

/** Commands that say it all by their name. */
const plainTypes = [
  // gather, reveal
  "ready",
  "readOn",
  // turn
  "listened",
  "askSmaller",
  "goOn",
  "breathe",
  "park",
  "shareDone",
  "thank",
  // always there
  "pass",
  "comeBack",
  "slowDown",
  "goBack",
  "stay",
] as const;

/** What a partner may ask of a running check-in. Imperatives; each becomes exactly one event or one refusal. */
export const commandSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(plainTypes) }),
  z.strictObject({ type: z.enum(writtenTypes), words }),
  z.strictObject({ type: z.literal("pick"), option: z.string().min(1).max(40) }),
  z.strictObject({ type: z.literal("confirm"), answer: z.enum(["yes", "nearly", "notQuite"]), words }),
  z.strictObject({ type: z.literal("answer"), answer: z.enum(["yes", "withAChange", "notNow"]), words }),
  z.strictObject({ type: z.literal("settle"), keep: z.boolean() }),
  z.strictObject({ type: z.enum(["pause", "extend"]), minutes }),
  z.strictObject({ type: z.literal("retire"), agreement: commandIdSchema }),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command["type"];

/** Commands of the house itself, which no socket can send: an unlink, and a deadline that passed. */
export type HouseCommand = { type: "unlink" } | { type: "lapse" };

/**
 * One thing somebody did on one screen. `commandId` is made once and kept for every retry; `forStep` is the step that
 * was on the screen, so that a command which arrives late moves nothing that it was not meant for.
 */
export const commandEnvelopeSchema = z.strictObject({
  commandId: commandIdSchema,
  forStep: z.int().min(0),
  command: commandSchema,
});
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;

export const refusals = [
  "notYourTurn",
  "stepMoved",
  "notAParticipant",
  "onBreak",
  "ended",
  "invalid",
  "tooLarge",
  "slowDown",
  "unavailable",
] as const;
export type Refusal = (typeof refusals)[number];
