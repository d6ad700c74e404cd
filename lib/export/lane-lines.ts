import type { ExportedLane } from "./export";

/** In the order in which a loop runs. */
const steps = ["trigger", "story", "surface", "doing", "tender", "longing"] as const;
export type LaneStep = (typeof steps)[number];

/** The steps of a lane that were filled, picked words by `word`. Nothing where it could not be opened. */
export function laneLines(
  said: ExportedLane["said"],
  word: (id: string) => string,
): { step: LaneStep; text: string }[] {
  if ("absent" in said) return [];
  return steps.flatMap((step) => {
    const filled = said.lane[step];
    const text = Array.isArray(filled) ? filled.map(word).join(", ") : filled;
    return text ? [{ step, text }] : [];
  });
}
