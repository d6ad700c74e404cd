import type { Content } from "@/lib/sealing/contents";
import { findNeed, needs } from "@/lib/words/needs";

export type Piece = Content<"piece">;

/** The parts of a piece, in the order in which they are asked. */
export const parts = ["feelings", "moment", "need", "opening"] as const;
export type PartId = (typeof parts)[number];

/** A piece with nothing but one of its parts. */
export const onlyPart = (piece: Piece, part: PartId): Piece =>
  part === "feelings"
    ? { feelings: piece.feelings, softer: piece.softer, about: piece.about }
    : { feelings: [], [part]: piece[part]?.trim() };

export function isFilled(piece: Piece, part: PartId): boolean {
  if (part === "feelings") return piece.feelings.length > 0 || Boolean(piece.softer) || Boolean(piece.about?.length);
  return Boolean(piece[part]?.trim());
}

/** How a kept need is written: the word of ours, or their own words. */
export const needText = (need: string | undefined): string => (need ? (findNeed(need)?.word ?? need) : "");

/** What is kept for a written need: the id when it is exactly one of our words, so that it can be looked up again. */
export const needOfText = (text: string): string | undefined =>
  needs.find(({ word }) => word === text)?.id ?? (text === "" ? undefined : text);

const listed = (text: string): string[] => text.split(",").map((part) => part.trim());

export const holdsNeed = (text: string, word: string): boolean => listed(text).includes(word);

/** Adds a word to what is written, or takes it out. Everything else that was written stays. */
export function toggleNeed(text: string, word: string): string {
  if (text.trim() === "") return word;
  if (!holdsNeed(text, word)) return `${text.trimEnd().replace(/,$/, "")}, ${word}`;
  return listed(text)
    .filter((part) => part !== word)
    .join(", ");
}
