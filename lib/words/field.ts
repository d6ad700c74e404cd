/**
 * The soft field where a feeling is looked for: how strong the energy is, and how it feels. Both run from -2 to 2 in
 * whole steps. Every step has a word, because a colour or a place alone says nothing to many people.
 */
export const steps = [-2, -1, 0, 1, 2] as const;
export type Step = (typeof steps)[number];
export type Point = { energy: Step; pleasantness: Step };

/** Words for "How strong is the energy?". */
export const energyWords: Record<Step, string> = {
  [-2]: "barely there",
  [-1]: "quiet",
  0: "in between",
  1: "lively",
  2: "very strong",
};

/** Words for "How does it feel?". */
export const pleasantnessWords: Record<Step, string> = {
  [-2]: "very hard",
  [-1]: "a bit hard",
  0: "in between",
  1: "good",
  2: "very good",
};

export const quadrants = [
  { id: "stirred", word: "Stirred", definition: "A lot of energy, and it is hard." },
  { id: "bright", word: "Bright", definition: "A lot of energy, and it is good." },
  { id: "heavy", word: "Heavy", definition: "Little energy, and it is hard." },
  { id: "settled", word: "Settled", definition: "Little energy, and it is good." },
] as const;
export type QuadrantId = (typeof quadrants)[number]["id"];

/**
 * The quadrant of a point; null on the middle line, where it feels neither good nor hard and a colour would be a verdict.
 * In-between energy belongs to the quieter quadrant, so warm is Settled and hurt is Heavy.
 */
export function quadrantOf({ energy, pleasantness }: Point): QuadrantId | null {
  if (pleasantness === 0) return null;
  if (energy > 0) return pleasantness > 0 ? "bright" : "stirred";
  return pleasantness > 0 ? "settled" : "heavy";
}
