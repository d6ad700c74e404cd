/** What a person has once said in pieces of their own, as far as it can be used again. */
export type SaidBefore = { feelings: readonly { word: string }[]; softer?: string; need?: string };
/** The most used first; of equal ones the one that was said last. */
export type OwnWords = { feelings: string[]; softer: string[]; needs: string[] };

const most = 10;

/** Counts one's own words, newest piece first. It runs in the browser: nobody else may know how often somebody said what. */
export const countOwnWords = (pieces: readonly SaidBefore[]): OwnWords => ({
  feelings: byCount(pieces.flatMap(({ feelings }) => feelings.map(({ word }) => word))),
  softer: byCount(pieces.flatMap(({ softer }) => softer ?? [])),
  needs: byCount(pieces.flatMap(({ need }) => need ?? [])),
});

const byCount = (words: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  // A stable sort keeps the newest first among equals.
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([word]) => word);
};
