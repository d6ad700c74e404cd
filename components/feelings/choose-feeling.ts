import { findFeeling } from "@/lib/words/feelings";
import { asksForSofter } from "@/lib/words/softer-beside";
import type { Piece } from "./parts";

/** Name a feeling once, in at most three words, then move on: the schema of a piece holds no more (lib/sealing/contents). */
export const mostFeelings = 3;

const same = (a: string, b: string) => a.toLocaleLowerCase() === b.toLocaleLowerCase();

export const isChosen = ({ feelings }: Piece, word: string): boolean =>
  feelings.some((feeling) => same(feeling.word, word));

/** Hot and worn words, which often stand in front of a softer one. */
export const frontWords = ({ feelings }: Piece): string[] =>
  feelings
    .map(({ word }) => word)
    .filter((word) => {
      const feeling = findFeeling(word);
      return feeling !== null && asksForSofter.has(feeling.family);
    });

/**
 * The piece with this word added, or taken back if it was there; null when three are chosen already. A softer word goes
 * with the last word that it stood beside.
 * @param word the id of a feeling of ours, or their own word
 */
export function chooseFeeling(piece: Piece, word: string): Piece | null {
  if (isChosen(piece, word)) {
    const left = { ...piece, feelings: piece.feelings.filter((feeling) => !same(feeling.word, word)) };
    return frontWords(left).length === 0 ? { ...left, softer: undefined } : left;
  }
  if (piece.feelings.length >= mostFeelings) return null;
  const own = findFeeling(word) === null ? { own: true } : {};
  return { ...piece, feelings: [...piece.feelings, { word, strength: "clearly", ...own }] };
}
