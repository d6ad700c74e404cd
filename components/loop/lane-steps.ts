import { findFeeling } from "@/lib/words/feelings";
import type { LaneWords } from "./use-lanes";

/** The parts of a lane in the order in which one comes by; the first four lie on the curve, the last two underneath. */
export const laneSteps = ["trigger", "story", "surface", "doing", "tender", "longing"] as const;
export type LaneStep = (typeof laneSteps)[number];

export const feelingWords = (words: readonly string[]): string =>
  words.map((word) => findFeeling(word)?.word ?? word).join(", ");

/** What somebody wrote in one part; null where it was left out. */
export const wordsOf = (lane: LaneWords, step: LaneStep): string | null => {
  if (step === "surface" || step === "tender") return lane[step].length > 0 ? feelingWords(lane[step]) : null;
  return lane[step] ?? null;
};
