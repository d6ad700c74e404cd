import { useId } from "react";
import { CheckChip } from "@/components/ui/check-chip";
import { findFeeling } from "@/lib/words/feelings";
import { quadrantOf } from "@/lib/words/field";
import { QuadrantGlyph } from "./quadrant-glyph";
import { type Feelings, wordOf } from "./use-feelings";

export type FeelingChipsProps = {
  legend: string;
  /** Ids of our feelings, or own words. */
  words: readonly string[];
  feelings: Feelings;
};

/** Words to choose from, each with the mark of its quadrant. */
export function FeelingChips({ legend, words, feelings }: FeelingChipsProps) {
  const id = useId();
  if (words.length === 0) return null;
  return (
    <fieldset className="grid gap-2" aria-labelledby={id}>
      <p id={id} className="font-semibold">
        {legend}
      </p>
      <div className="flex flex-wrap gap-2">
        {words.map((word) => (
          <FeelingChip key={word} word={word} feelings={feelings} />
        ))}
      </div>
    </fieldset>
  );
}

function FeelingChip({ word, feelings }: { word: string; feelings: Feelings }) {
  const feeling = findFeeling(word);
  const quadrant = feeling && quadrantOf(feeling);
  return (
    <CheckChip
      tone={quadrant ?? "us"}
      glyph={quadrant && <QuadrantGlyph quadrant={quadrant} />}
      checked={feelings.isChosen(word)}
      onChange={() => feelings.toggle(word)}
    >
      {wordOf(word)}
    </CheckChip>
  );
}
