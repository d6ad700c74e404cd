import { type Feeling, feelings } from "@/lib/words/feelings";

/** Case, accents and hyphens do not matter to somebody who is looking for a word. */
const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[-\s]+/g, " ")
    .trim();

const searchable = feelings.map((feeling) => ({ feeling, word: feeling.word, definition: plain(feeling.definition) }));

function rank({ word, definition }: (typeof searchable)[number], sought: string): number {
  if (word === sought) return 0;
  if (word.startsWith(sought)) return 1;
  if (word.includes(sought)) return 2;
  return definition.includes(sought) ? 3 : 4;
}

/** Feelings whose word, then whose definition, holds the text; best first. Nothing typed gives nothing. */
export function searchFeelings(text: string): Feeling[] {
  const sought = plain(text);
  if (sought === "") return [];
  return searchable
    .map((entry) => ({ feeling: entry.feeling, rank: rank(entry, sought) }))
    .filter((found) => found.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map((found) => found.feeling);
}
