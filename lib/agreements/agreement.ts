import { z } from "zod";
import type { Writing } from "@/lib/check-in/state";
import type { CheckInId, CommandId } from "@/lib/ids";

/** How an agreement went, each for themselves. `change`: let's change it. */
export const reviewAnswers = ["kept", "partly", "change"] as const;
export const reviewAnswerSchema = z.enum(reviewAnswers);
export type ReviewAnswer = z.infer<typeof reviewAnswerSchema>;

/** "Still good?" is asked again after this long. */
export const reviewEveryMs = 7 * 24 * 3_600_000;

/** New words for an agreement: sealed to the check-in that it was made in and to the id that they were offered by. */
export type NewWords = Omit<Writing, "kind"> & { kind: "agreement" };

/** An agreement as the two of them see it. Instants in epoch milliseconds. */
export type ListedAgreement = {
  id: CommandId;
  /** Where it was made; the check-in itself may have been let go since. */
  checkInId: CheckInId;
  request: Writing;
  answer: Writing;
  agreedAt: number;
  retiredAt: number | null;
  /** The words that both said yes to last; null while the first ones stand. */
  changed: NewWords | null;
  /** What one of them offers, and the other has not answered. */
  offered: NewWords | null;
  /** What the one who reads answered within the last week; what the other answered is theirs. */
  reviewed: ReviewAnswer | null;
};

/** Why something did not happen to an agreement. */
export type AgreementRefusal =
  | "notFound"
  /** One of them has let it go. */
  | "letGo"
  /** The other has offered words meanwhile: read those first. */
  | "offeredAlready"
  /** The offered words were taken back, or others took their place. */
  | "offerGone"
  /** Both have said yes to them: they stand. */
  | "agreedAlready"
  /** It was made in the check-in that rests just now. */
  | "onBreak"
  | "slowDown"
  | "unavailable"
  | "notLinked";
