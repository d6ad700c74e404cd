import type { Guide } from "@/lib/guides/guide";
import type { CheckInId, CommandId, Seat } from "@/lib/ids";
import type { Mode } from "./events";
import type { Words } from "./words";

/**
 * Something a partner wrote, as everyone but the two of them sees it. Who, what kind and which command are kept beside it
 * because they are what its seal is bound to. `words` is null where it was said aloud instead, and
 * a marker where they are gone (promise 20).
 */
export type Writing = { seat: Seat; kind: WritingKind; commandId: CommandId; at: number; words: Words };
export type WritingKind =
  | "appreciation"
  | "close"
  | "feelings"
  | "line"
  | "piece"
  | "reflection"
  | "nearly"
  | "mattered"
  | "empathy"
  | "request"
  | "answer"
  | "ending";

export type BySeat<T> = { readonly [S in Seat]?: T };

export type Gather = { kind: "gather"; step: "gather"; ready: readonly Seat[] };
export type Choose = { kind: "choose"; step: "pick"; picks: BySeat<string> };
export type Reveal = {
  kind: "reveal";
  step: "write" | "read";
  /** null = passed. */
  written: BySeat<Writing | null>;
  readOn: readonly Seat[];
};

/** One piece and what came back for it: smaller if it was asked for, the reflection that stands, the line that "nearly" added. */
export type Exchange = {
  pieces: readonly Writing[];
  reflection: Writing | null;
  /** The line that *nearly* added. */
  added: Writing | null;
};
export type Turn = {
  kind: "turn";
  step: "compose" | "listen" | "reflect" | "confirm" | "ladder" | "breathe" | "more" | "empathise" | "thank";
  speaker: Seat;
  exchanges: readonly Exchange[];
  /** "Could you say it smaller?" is asked once a turn. */
  smallerAsked: boolean;
  /** Of the present piece; never shown and never kept once the turn is over. */
  notQuites: number;
  /** The part that matters most, said with the last "not quite". */
  mattered: Writing | null;
  /** Who has breathed, in the `breathe` step. */
  breathed: readonly Seat[];
  empathy: Writing | null;
};
export type Answer = "yes" | "withAChange" | "notNow";
export type Request = {
  kind: "request";
  step: "ask" | "answer" | "settle";
  asker: Seat;
  request: Writing | null;
  answer: { how: Answer; writing: Writing } | null;
  keeps: BySeat<boolean>;
};
export type Inner = Gather | Choose | Reveal | Turn | Request;

/** What a finished stage leaves behind, for going back and for reading again. Attempts are not in it. */
export type Chapter = { stageId: string } & (
  | { kind: "gather" }
  | { kind: "choose"; option: string }
  | { kind: "reveal"; written: BySeat<Writing | null> }
  | { kind: "turn"; speaker: Seat; exchanges: readonly Exchange[]; empathy: Writing | null; parked: boolean }
  | { kind: "request"; asker: Seat; request: Writing | null; answer: { how: Answer; writing: Writing } | null }
);

/** Made by two yeses; named after the command that asked for it. */
export type Agreement = {
  id: CommandId;
  request: Writing;
  answer: Writing;
  agreedAt: number;
  retiredAt: number | null;
};

/** The part of a check-in that *go back* puts back as it was. */
export type Table = {
  stage: number;
  inner: Inner;
  first: Seat | null;
  chapters: readonly Chapter[];
};
export type Past = { table: Table; past: Past } | null;

export type Break = {
  until: number;
  /** Whose request it was: shown while it lasts, gone afterwards. Null in what has ended, where the log says it no more. */
  by: Seat | null;
  extensions: number;
  back: readonly Seat[];
};

export type End = { how: "completed" | "endedKindly" | "lapsed" | "unlinked"; at: number; words: Writing | null };

export type CheckInState = {
  checkInId: CheckInId;
  guide: Guide;
  mode: Mode;
  favoured: Seat;
  openedAt: number;
  /** How many events were folded; the `seq` of the last one. */
  version: number;
  /** Grows by one whenever the step changes, and never goes back, not even on *go back*. */
  step: number;
  stepAt: number;
  table: Table;
  /** The table as it was when the present step began; what a later *go back* returns to. */
  stepTable: Table;
  past: Past;
  onBreak: Break | null;
  /** Who asked to go one step back and waits for the other to tap it too. */
  backAskedBy: Seat | null;
  breaths: number;
  /** Who has asked for a breath in this step: once each. */
  slowedBy: readonly Seat[];
  /** Whether anybody ever asked for a time-out: history says "we took a pause", never who. */
  tookAPause: boolean;
  agreements: readonly Agreement[];
  end: End | null;
  commandIds: readonly CommandId[];
};

export type Status = "lobby" | "inProgress" | "onBreak" | "closing" | "completed" | "endedEarly";

const phaseOf = ({ guide, table }: CheckInState) => guide.stages[table.stage]?.phase ?? "inProgress";

/** Where a check-in is in its life; what the list shows. */
export const statusOf = (state: CheckInState): Status => {
  if (state.end) return state.end.how === "completed" ? "completed" : "endedEarly";
  return state.onBreak ? "onBreak" : phaseOf(state);
};

/** Whether both have been there. One that is over before that was not held: no list shows it. */
export const hasBegun = (state: CheckInState): boolean => phaseOf(state) !== "lobby";
