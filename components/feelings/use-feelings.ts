import { useTranslations } from "next-intl";
import { useState } from "react";
import { findFeeling } from "@/lib/words/feelings";
import { chooseFeeling, isChosen } from "./choose-feeling";
import type { Piece } from "./parts";

export type Feelings = {
  /** What the last press did, in words: it is shown and spoken. */
  note: string;
  forgetNote(): void;
  isChosen(word: string): boolean;
  /** Chooses a word or takes it back; with three chosen already it says so instead. */
  toggle(word: string): void;
  /** Words that were chosen since the composer opened, so that one that was taken back is easily found again. */
  before: readonly string[];
};

export const wordOf = (word: string): string => findFeeling(word)?.word ?? word;

export function useFeelings(piece: Piece, onChange: (next: Piece) => void): Feelings {
  const t = useTranslations("feelings.words");
  const [note, setNote] = useState("");
  const [before, setBefore] = useState<readonly string[]>([]);
  return {
    note,
    before,
    forgetNote: () => setNote(""),
    isChosen: (word) => isChosen(piece, word),
    toggle(word) {
      const next = chooseFeeling(piece, word);
      if (next === null) return setNote(t("full"));
      setNote(t(next.feelings.length > piece.feelings.length ? "chosen" : "takenBack", { feeling: wordOf(word) }));
      setBefore((words) => (words.includes(word) ? words : [...words, word]));
      onChange(next);
    },
  };
}
