import type { OpenedWriting } from "@/lib/history/opened";
import { plainText } from "@/lib/history/plain-text";
import type { Seat } from "@/lib/ids";
import { feelings } from "@/lib/words/feelings";

/** A word of one of them. Seats are kept only to see which words both used; no figure is of one alone. */
export type Used = { seat: Seat; word: string };

/** What of one check-in's words patterns are made of. */
export type Chips = {
  /** Feelings that were named in the turns, softer ones too. */
  named: readonly Used[];
  /** Feelings in what they left with ("I leave feeling …"); words that are in no list are not judged. */
  left: readonly string[];
  needs: readonly Used[];
  topics: readonly string[];
};

const findable = feelings.map(({ id, word }) => ({ id, plain: ` ${plainText(word)} ` }));

/** The feelings of our lists in a line of one's own words, each once: whole words alone, so that "cold" is not "old". */
export const feelingsIn = (text: string): string[] => {
  const plain = ` ${plainText(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return findable.filter((feeling) => plain.includes(feeling.plain)).map(({ id }) => id);
};

export const chipsOf = (writings: readonly OpenedWriting[]): Chips => {
  const named: Used[] = [];
  const needs: Used[] = [];
  const topics: string[] = [];
  const left: string[] = [];
  for (const writing of writings) {
    if (writing.kind === "piece") {
      const { seat, piece } = writing;
      named.push(...piece.feelings.map(({ word }) => ({ seat, word })));
      if (piece.softer) named.push({ seat, word: piece.softer });
      if (piece.need) needs.push({ seat, word: piece.need });
      topics.push(...(piece.about ?? []));
    }
    if (writing.kind === "close" && writing.close.leaving) left.push(...feelingsIn(writing.close.leaving));
  }
  return { named, left, needs, topics };
};
