import { z } from "zod";
import { checkInIdSchema, plannedIdSchema, proposalIdSchema, rhythmIdSchema, type Seat } from "@/lib/ids";
import { type RhythmRule, rhythmRuleSchema } from "@/lib/plan/rhythm-rule";
import { wallMomentSchema } from "@/lib/plan/wall-time";
import { zoneSchema } from "@/lib/plan/zone";
import { type Sealed, sealedSchema } from "@/lib/sealing/sealed";

/** What crosses the border when two people plan. Ids are made by the browser, once, so that a retry changes nothing. */

export const minutesSchema = z.int().min(5).max(180);
const guideId = z.string().min(1).max(40);

export const proposeSchema = z.strictObject({
  proposalId: proposalIdSchema,
  guideId,
  minutes: minutesSchema,
  /** None is now. Three at most. */
  times: z.array(wallMomentSchema).max(3, { error: "tooMany" }),
  zone: zoneSchema,
  words: sealedSchema.nullable(),
  /** The other's proposal that this one answers with other times. */
  counterOf: proposalIdSchema.nullable(),
});
export type Propose = z.infer<typeof proposeSchema>;

export const answerProposalSchema = z.discriminatedUnion("answer", [
  /** `time`: the one chosen, epoch ms, as the view gave it; null for a "now". */
  z.strictObject({
    proposalId: proposalIdSchema,
    answer: z.literal("yes"),
    time: z.int().nullable(),
    /** How a "now" is held. */
    mode: z.enum(["spoken", "written"]).default("spoken"),
  }),
  z.strictObject({ proposalId: proposalIdSchema, answer: z.literal("notToday") }),
]);
export type AnswerProposal = z.infer<typeof answerProposalSchema>;

export const offerRhythmSchema = z.strictObject({
  rhythmId: rhythmIdSchema,
  guideId,
  minutes: minutesSchema,
  zone: zoneSchema,
  rule: rhythmRuleSchema,
});
export type OfferRhythm = z.infer<typeof offerRhythmSchema>;

/** `sequence`: of the planned check-in as it was on the screen. Somebody was faster: `changedMeanwhile`, and nothing moves. */
export const changePlannedSchema = z.strictObject({ plannedId: plannedIdSchema, sequence: z.int().min(0) });
export const movePlannedSchema = changePlannedSchema.extend({ to: wallMomentSchema });
export type MovePlanned = z.infer<typeof movePlannedSchema>;

export type ProposalView = {
  proposalId: string;
  /** Whether this person asked. */
  mine: boolean;
  seat: Seat;
  guideId: string;
  minutes: number;
  /** Epoch ms, soonest first; those that have passed are gone. Empty is now. */
  times: readonly number[];
  zone: string;
  words: Sealed | null;
  createdAt: number;
  lapsesAt: number;
  isCounter: boolean;
};

export type RhythmView = {
  rhythmId: string;
  mine: boolean;
  guideId: string;
  minutes: number;
  zone: string;
  rule: RhythmRule;
};

export type PlannedView = {
  plannedId: string;
  sequence: number;
  guideId: string;
  minutes: number;
  /** Epoch ms. */
  startsAt: number;
  zone: string;
  fromRhythm: boolean;
  /** Moved away from where its rhythm had it. */
  moved: boolean;
  /** `early`: may be started with a word; `open`: its lobby is (10 minutes before); `late`: its time has come and gone, still startable. */
  lobby: "later" | "early" | "open" | "late";
  /** The clocks change between the occurrence before it and it: the hour's shift in this person's zone, minutes; 0 when none. */
  clockShiftMinutes: number;
};

export type ChangeView = { id: string; at: number; seat: Seat | null; kind: ChangeKind; detail: ChangeDetail };

export const changeKinds = [
  "rhythmAgreed",
  "rhythmEnded",
  "moved",
  "skipped",
  "lapsed",
  "planned",
  "keepShortened",
  "keepLengthened",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Instants (epoch ms) and kinds, never words. */
export const changeDetailSchema = z.object({
  from: z.int().optional(),
  to: z.int().optional(),
  zone: z.string().optional(),
  rule: rhythmRuleSchema.optional(),
  days: z.int().nullable().optional(),
  plannedId: plannedIdSchema.optional(),
  checkInId: checkInIdSchema.optional(),
});
export type ChangeDetail = z.infer<typeof changeDetailSchema>;

export type PlanView = {
  now: number;
  /** This person's own zone; null until a browser has told it. */
  zone: string | null;
  theirZone: string | null;
  proposal: ProposalView | null;
  /** Epoch ms from which this person may propose again; null: at once. */
  proposeFrom: number | null;
  /** How this person's last asking ended within the last 12 hours, where it got no yes; `at` in epoch ms. */
  lately: { how: "notToday" | "lapsed"; at: number } | null;
  rhythm: RhythmView | null;
  offeredRhythm: RhythmView | null;
  /** Soonest first; the next few weeks. */
  upcoming: readonly PlannedView[];
  /** Newest first, the last 20. */
  changes: readonly ChangeView[];
};

/** Why something planned is refused. Each has a kind sentence of its own on the screen. */
export type PlanRefusal =
  | "notLinked"
  | "invalid"
  | "unknownZone"
  | "pastTime"
  | "tooFarAhead"
  | "skippedTime"
  | "doubledTime"
  | "sameTimeTwice"
  | "tooMany"
  | "oneIsOpen"
  | "restingUntil"
  | "noLongerOpen"
  | "notYours"
  | "changedMeanwhile"
  | "rhythmStands"
  | "passesAnother"
  | "alreadyRunning"
  | "tooEarly"
  /** Whoever asks has no copy of the couple key, and could seal nothing. */
  | "wordsShut"
  | "unavailable";
