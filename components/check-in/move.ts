import type { Command } from "@/lib/check-in/commands";
import type { WritingKind } from "@/lib/check-in/state";
import type { Stage } from "@/lib/guides/guide";
import type { ContentKind } from "@/lib/sealing/contents";

/** What is said with a move, before it is sealed; the schema of its kind checks it. Null = said aloud, or nothing. */
export type Said = Readonly<Record<string, unknown>> | null;

type Unsealed<C> = C extends { words: unknown } ? Omit<C, "words"> & { words: Said } : C;

/** A command as a screen knows it: the same shape, with its words still open. */
export type Move = Unsealed<Command>;

/** The schema of what is inside a writing. Feelings are a piece of which nothing else was asked. "Nearly" and "not quite" both say what matters most. */
export const contentKindOf = {
  appreciation: "appreciation",
  close: "close",
  feelings: "piece",
  line: "line",
  piece: "piece",
  reflection: "reflection",
  nearly: "mattersMost",
  mattered: "mattersMost",
  empathy: "empathy",
  request: "request",
  answer: "answer",
  ending: "ending",
} as const satisfies Record<WritingKind, ContentKind>;

/** The kind that the core will give the words of this move: their seal is bound to it. */
export const writingKindOf = (move: Extract<Move, { words: Said }>, stage: Stage | undefined): WritingKind | null => {
  switch (move.type) {
    case "write":
      return stage?.kind === "reveal" ? stage.asks : null;
    case "confirm":
      if (move.answer === "yes") return null;
      return move.answer === "nearly" ? "nearly" : "mattered";
    case "share":
      return "piece";
    case "reflect":
      return "reflection";
    case "empathise":
      return "empathy";
    case "ask":
      return "request";
    case "answer":
      return "answer";
    case "endKindly":
      return "ending";
  }
};
