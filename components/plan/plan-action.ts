import type { z } from "zod";
import type {
  answerProposalSchema,
  movePlannedSchema,
  offerRhythmSchema,
  PlanRefusal,
  proposeSchema,
} from "@/lib/plan/planning";

/**
 * Why nothing changed: a refusal of planning, or one of every action. `until`: epoch ms, beside `restingUntil`; `checkInId`:
 * the one that runs, beside `alreadyRunning`.
 */
export type PlanRefused = { refusal: string; until?: number; checkInId?: string };

/** A server action of planning, as it arrives at a component. */
export type PlanAction<I, V = unknown> = (input: I) => Promise<{ ok: true; value: V } | ({ ok: false } & PlanRefused)>;

export type ProposeInput = z.input<typeof proposeSchema>;
export type AnswerInput = z.input<typeof answerProposalSchema>;
export type OfferRhythmInput = z.input<typeof offerRhythmSchema>;
export type MoveInput = z.input<typeof movePlannedSchema>;

/** Named once more so that a refusal without a sentence does not compile. */
export const planRefusals = [
  "notLinked",
  "unknownZone",
  "pastTime",
  "tooFarAhead",
  "skippedTime",
  "doubledTime",
  "sameTimeTwice",
  "tooMany",
  "oneIsOpen",
  "restingUntil",
  "noLongerOpen",
  "notYours",
  "changedMeanwhile",
  "rhythmStands",
  "alreadyRunning",
  "tooEarly",
  "wordsShut",
  "passesAnother",
  "unavailable",
  "invalid",
] as const satisfies readonly PlanRefusal[];
