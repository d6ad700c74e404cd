import { z } from "zod";
import { type CheckInId, type CommandId, commandIdSchema, type Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { type Sealed, sealedSchema } from "@/lib/sealing/sealed";

/** What two can be caught in. None of them says who does which: that is in each one's own lane. */
export const shapes = ["reachAndRetreat", "bothReach", "bothRetreat"] as const;
export const shapeSchema = z.enum(shapes);
export type Shape = z.infer<typeof shapeSchema>;

const version = z.int().min(0).max(1_000_000);
/** 0 where a lane is still empty. */
export const versionsSchema = z.strictObject({ A: version, B: version });
export type Versions = z.infer<typeof versionsSchema>;

/** A yes is given to what was on the screen: to both lanes as they stood, and to the shape. */
export const yesSchema = z.strictObject({ ...versionsSchema.shape, shape: shapeSchema });
export type Yes = z.infer<typeof yesSchema>;

/** `version`: that of the lane, or of the shape, that the writer saw; another one by now is `changedMeanwhile`. */
export const saveLaneSchema = z.strictObject({ wordsId: commandIdSchema, version, words: sealedSchema });
export const emptyLaneSchema = z.strictObject({ version });
export const chooseShapeSchema = z.strictObject({ shape: shapeSchema, version });
export type SaveLane = z.infer<typeof saveLaneSchema>;
export type EmptyLane = z.infer<typeof emptyLaneSchema>;
export type ChooseShape = z.infer<typeof chooseShapeSchema>;

/** `words` is null where they are no sealed value any more. */
export type Lane = { seat: Seat; wordsId: CommandId; version: number; words: Sealed | null };
export type Loop = {
  /** Null before it was filled, and after its writer took it back. */
  lanes: Readonly<Record<Seat, Lane | null>>;
  /** They only grow, also when a lane is taken back: no yes to what stood here once fits what stands here later. */
  versions: Versions;
  shape: Shape | null;
  shapeVersion: number;
  /** Whose yes holds for what stands here now. */
  yeses: readonly Seat[];
  /** How often we caught it. Nobody counts who did. */
  caught: number;
  /** Epoch milliseconds; null when there is nothing to take back. */
  caughtAt: number | null;
};

export type LoopRefusal =
  | "notAParticipant"
  | "changedMeanwhile"
  /** A lane is still empty, or no shape is chosen. */
  | "notWhole"
  /** It has not met, so there is nothing to catch yet. */
  | "notMet"
  | "justCaught"
  | "tooLate";

/** Between two times that it was caught, and how long one of them can be taken back. */
export const caughtEveryMs = 60_000;

type Said = { lanes: Loop["lanes"]; versions: Versions; shape: Shape | null; yes: Readonly<Record<Seat, Yes | null>> };

/** Whose yes holds: one that was given to this shape and to these very lanes. A lane that changes takes both back by itself. */
export const standingYeses = ({ lanes, versions, shape, yes }: Said): Seat[] => {
  const holds = (one: Yes | null) =>
    one !== null && one.shape === shape && one.A === versions.A && one.B === versions.B;
  if (lanes.A === null || lanes.B === null || shape === null) return [];
  return (["A", "B"] as const).filter((seat) => holds(yes[seat]));
};

export const hasMet = ({ yeses }: Pick<Loop, "yeses">): boolean => yeses.length === 2;
export const awaitsYesOf = ({ yeses }: Pick<Loop, "yeses">, seat: Seat): boolean =>
  yeses.length === 1 && yeses[0] === otherSeat(seat);

/** A piece of one's own, still sealed, for the words that its own author may use again. */
export type OwnPiece = { checkInId: CheckInId; commandId: CommandId; words: Sealed };
