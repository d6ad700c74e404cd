import type { FeelingId } from "@/lib/words/feelings";
import type { NeedId } from "@/lib/words/needs";
import type { StrengthId } from "@/lib/words/strengths";

/**
 * What has been picked so far. A feeling and the topic are the words as they are shown ("missing you", or a person's
 * own); a need is an id of our list or a person's own words.
 */
export type Chips = {
  readonly feelings: readonly { readonly word: string; readonly strength: StrengthId }[];
  readonly needs: readonly string[];
  readonly topic?: string | undefined;
};

/** Where the sentence is being written. `sentence` is a first sentence of one's own, as in solo practice. */
export type CoachField =
  | "sentence"
  | "moment"
  | "need"
  | "opening"
  | "request"
  | "invitation"
  | "appreciation"
  | "reflection"
  | "empathy"
  | "close";

export type RuleId =
  | "mindReading"
  | "label"
  | "blameWord"
  | "absolute"
  | "demand"
  | "feelThat"
  | "topics"
  | "shouting"
  | "youOpening";

/** What the rules read: quoted speech is blank in both. `plain` is lower case with single spaces and straight quotes. */
export type Said = { readonly masked: string; readonly plain: string };

/** What a rule noticed: the words themselves, and for a blame-word what may lie underneath it. */
export type Noticed = {
  readonly part: string;
  readonly feelings?: readonly FeelingId[];
  readonly need?: NeedId;
};

export type Rule = {
  readonly id: RuleId;
  readonly fields: readonly CoachField[];
  readonly test: (said: Said) => Noticed | null;
  /** An editable opening made from the chips; `noticed` only fills in where nothing has been picked. */
  readonly starter: (chips: Chips, said: Said, noticed: Noticed) => string;
};

/** One gentle question and one editable starter. `feelings` and `needs` are chips to offer, empty for most rules. */
export type Hint = {
  readonly kind: "hint";
  readonly rule: RuleId;
  readonly noticed: string;
  readonly question: string;
  readonly starter: string;
  readonly feelings: readonly FeelingId[];
  readonly needs: readonly NeedId[];
};

export const supportKinds = ["violence", "threat", "force", "stalking", "selfHarm"] as const;
export type SupportKind = (typeof supportKinds)[number];

/** The coach has stopped. The sentence stays as it is, and help is shown to this person alone. */
export type Support = { readonly kind: "support"; readonly about: SupportKind };
