import { findFeeling } from "@/lib/words/feelings";
import { type QuadrantId, quadrantOf } from "@/lib/words/field";
import { findNeed } from "@/lib/words/needs";
import { findTopic } from "@/lib/words/topics";
import type { Chips, Used } from "./chips";

/** Patterns are worth a look from here on. */
export const leastCheckIns = 4;
/** So many of the newest are looked at. */
export const mostCheckIns = 1000;

type ByQuadrant = Readonly<Record<QuadrantId, number>>;
export type Counted = { word: string; checkIns: number };

/** Everything counts check-ins, never mentions and never people: what one said often weighs no more than what was said once. */
export type Patterns = {
  checkIns: number;
  /** In how many a feeling of that part of the field was named in the turns, and in how many one was left with. */
  named: ByQuadrant;
  left: ByQuadrant;
  /** How many of the check-ins had any such word at all. */
  withNamed: number;
  withLeft: number;
  /** Feelings and needs that both have used, in whichever check-ins. */
  shared: readonly Counted[];
  topics: readonly Counted[];
};

const mostShown = 8;

/** What repeats over many check-ins, as "we". Symmetric: who said what makes no difference to any figure. */
export const patternsOf = (all: readonly Chips[]): Patterns => {
  const namedIn = all.map(({ named }) => quadrantsOf(named.map(({ word }) => word)));
  const leftIn = all.map(({ left }) => quadrantsOf(left));
  return {
    checkIns: all.length,
    named: tally(namedIn),
    left: tally(leftIn),
    withNamed: namedIn.filter(({ size }) => size > 0).length,
    withLeft: leftIn.filter(({ size }) => size > 0).length,
    shared: [
      ...usedByBoth(
        all.map(({ named }) => named),
        (id) => findFeeling(id)?.word ?? id,
      ),
      ...usedByBoth(
        all.map(({ needs }) => needs),
        (id) => findNeed(id)?.word ?? id,
      ),
    ]
      .sort(byCount)
      .slice(0, mostShown),
    topics: count(
      all.map(({ topics }) => topics),
      (id) => findTopic(id)?.word ?? id,
    ).slice(0, mostShown),
  };
};

/** In which parts of the field the words lie. Own words and those in the middle lie in none. */
const quadrantsOf = (words: readonly string[]): ReadonlySet<QuadrantId> =>
  new Set(
    words.flatMap((word) => {
      const feeling = findFeeling(word);
      return (feeling && quadrantOf(feeling)) ?? [];
    }),
  );

const tally = (all: readonly ReadonlySet<QuadrantId>[]): ByQuadrant => {
  const of = (quadrant: QuadrantId) => all.filter((found) => found.has(quadrant)).length;
  return { stirred: of("stirred"), bright: of("bright"), heavy: of("heavy"), settled: of("settled") };
};

const usedByBoth = (all: readonly (readonly Used[])[], wordOf: (id: string) => string): Counted[] => {
  const users = new Map<string, Set<string>>();
  for (const used of all) {
    for (const { seat, word } of used) users.set(word, (users.get(word) ?? new Set()).add(seat));
  }
  const both = all.map((used) => used.flatMap(({ word }) => ((users.get(word)?.size ?? 0) > 1 ? [word] : [])));
  return count(both, wordOf);
};

const count = (all: readonly (readonly string[])[], wordOf: (id: string) => string): Counted[] => {
  const counts = new Map<string, number>();
  for (const ids of all) for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, checkIns]) => ({ word: wordOf(id), checkIns })).sort(byCount);
};

/** The oftenest first; of equals by the alphabet, so that the order says nothing else. */
const byCount = (one: Counted, other: Counted) =>
  other.checkIns - one.checkIns || (one.word < other.word ? -1 : one.word > other.word ? 1 : 0);
