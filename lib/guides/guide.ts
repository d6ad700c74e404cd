/**
 * A guide is a conversation as data: a list of stages of five kinds. A running check-in pins `id@version`; a published
 * version never changes, so that every old check-in still folds. A new conversation is a new data file, not new code.
 */
export type Guide = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly about: string;
  /** Soft expectation, from and to, in minutes. Nothing ends by itself. */
  readonly minutes: readonly [number, number];
  readonly stages: readonly Stage[];
};

/** What one step says: to whoever may act, and to the one who waits (`{name}` is the other partner's name). */
export type StepWords = {
  readonly act: string;
  readonly wait: string;
  /** A quieter second line for the one who acts. */
  readonly hint?: string;
  /** Openings that a tap puts into the field; always editable. */
  readonly starters?: readonly string[];
};

/** Who of the two a stage is about: by the order that a `choose` stage settled. */
export type Role = "first" | "second";

type StageBase<Kind extends string, Step extends string> = {
  readonly kind: Kind;
  /** Unique within its guide. */
  readonly id: string;
  readonly title: string;
  /** `lobby` before the check-in has begun, `closing` once it is on its way out. */
  readonly phase?: "lobby" | "closing";
  /** The soft ring fills in this time; then "take the time you need". */
  readonly softSeconds: number;
  readonly words: Readonly<Record<Step, StepWords>>;
};

export type GatherStage = StageBase<"gather", "gather"> & {
  /** Ground rules, one a line. */
  readonly lines?: readonly string[];
  /** Seconds of shared breathing that are offered. */
  readonly breathSeconds?: number;
  /** Ask privately: steady, wobbly or too full. The answer stays on the device. */
  readonly asksSteadiness?: boolean;
  /** Show what the couple agreed on, and ask each for themselves how it goes. */
  readonly reviewsAgreements?: boolean;
};

export type ChooseStage = StageBase<"choose", "pick"> & {
  /** `order`: each picks who goes first. Otherwise the ids and labels to pick from. */
  readonly options: "order" | readonly { readonly id: string; readonly label: string }[];
};

/** What a `reveal` asks each of them to write; it names the schema that their browsers seal (lib/sealing/contents). */
export type RevealContent = "appreciation" | "close" | "feelings" | "line";

export type RevealStage = StageBase<"reveal", "write" | "read"> & {
  readonly asks: RevealContent;
  /** Words of ours beside the field, which a tap puts into it. */
  readonly offers?: "needs";
};

export type TurnStep =
  | "compose"
  | "listen"
  | "reflect"
  | "confirm"
  | "ladder"
  | "breathe"
  | "more"
  | "empathise"
  | "thank";

export type TurnStage = StageBase<"turn", TurnStep> & {
  readonly speaker: Role;
  /** The idea of each part of a piece, in the order in which they are asked. */
  readonly parts: {
    readonly feelings: string;
    readonly moment: string;
    readonly need: string;
    readonly opening: string;
  };
};

export type RequestStage = StageBase<"request", "ask" | "answer" | "settle"> & { readonly asker: Role };

export type Stage = GatherStage | ChooseStage | RevealStage | TurnStage | RequestStage;
