import { z } from "zod";
import { checkInIdSchema, commandIdSchema, seatSchema } from "@/lib/ids";
import type { Command, HouseCommand } from "./commands";
import { wordsSchema as words } from "./words";

const stamp = { seat: seatSchema, at: z.int(), commandId: commandIdSchema };

/** Events that carry sealed words and nothing else. */
const writtenTypes = ["wrote", "shared", "reflected", "empathised", "asked", "endedKindly"] as const;

/** Events that say it all by their name. */
const plainTypes = [
  "readied",
  "readOn",
  "listened",
  "smallerAsked",
  "wentOn",
  "breathed",
  "parked",
  "shareDone",
  "thanked",
  "passed",
  "cameBack",
  "slowedDown",
  "backAsked",
  "stayed",
  "unlinked",
] as const;

/** Events that begin a break or make it longer. */
export const pauseTypes = ["paused", "extended"] as const;

/** Written in one room with the screen as a cue card, or apart with every word on it. */
export const modeSchema = z.enum(["written", "spoken"]);
export type Mode = z.infer<typeof modeSchema>;

/**
 * What has happened. One accepted command makes exactly one event, and one event is one row: what follows from it is worked
 * out by `evolve`, so there is nothing to half-write. `at` is the server's clock in epoch milliseconds.
 */
export const checkInEventSchema = z.discriminatedUnion("type", [
  z.object({
    ...stamp,
    type: z.literal("opened"),
    checkInId: checkInIdSchema,
    guideId: z.string(),
    guideVersion: z.int(),
    mode: modeSchema,
    /** Who goes first when the picks do not settle it (see coin). */
    favoured: seatSchema,
  }),
  z.object({ ...stamp, type: z.enum(plainTypes) }),
  z.object({ ...stamp, type: z.enum(writtenTypes), words }),
  z.object({ ...stamp, type: z.literal("picked"), option: z.string() }),
  z.object({ ...stamp, type: z.literal("confirmed"), answer: z.enum(["yes", "nearly", "notQuite"]), words }),
  z.object({ ...stamp, type: z.literal("answered"), answer: z.enum(["yes", "withAChange", "notNow"]), words }),
  z.object({ ...stamp, type: z.literal("settled"), keep: z.boolean() }),
  /** Whose it was is known while the check-in runs, and to nobody once it has ended (rule 19). */
  z.object({ ...stamp, type: z.enum(pauseTypes), seat: seatSchema.nullable(), until: z.int() }),
  z.object({ ...stamp, type: z.literal("retired"), agreement: commandIdSchema }),
  z.object({ ...stamp, type: z.literal("lapsed"), seat: z.null() }),
]);
export type CheckInEvent = z.infer<typeof checkInEventSchema>;
export type EventType = CheckInEvent["type"];
export type OpenedEvent = Extract<CheckInEvent, { type: "opened" }>;

/** Every command and the event that it becomes. */
export const eventTypeOf = {
  ready: "readied",
  pick: "picked",
  write: "wrote",
  readOn: "readOn",
  share: "shared",
  listened: "listened",
  askSmaller: "smallerAsked",
  reflect: "reflected",
  confirm: "confirmed",
  goOn: "wentOn",
  breathe: "breathed",
  park: "parked",
  shareDone: "shareDone",
  empathise: "empathised",
  thank: "thanked",
  ask: "asked",
  answer: "answered",
  settle: "settled",
  pass: "passed",
  pause: "paused",
  comeBack: "cameBack",
  extend: "extended",
  slowDown: "slowedDown",
  goBack: "backAsked",
  stay: "stayed",
  endKindly: "endedKindly",
  retire: "retired",
  unlink: "unlinked",
  lapse: "lapsed",
} as const satisfies Record<(Command | HouseCommand)["type"], EventType>;
