import { useTranslations } from "next-intl";
import { useId } from "react";
import { RadioRow } from "@/components/ui/radio-row";
import type { Feeling, Strength } from "@/lib/sealing/contents";
import { findFeeling } from "@/lib/words/feelings";
import { strengths } from "@/lib/words/strengths";
import type { Piece } from "./parts";
import { quietButton } from "./quiet-button";
import { type Feelings, wordOf } from "./use-feelings";

export type ChosenWordsProps = { piece: Piece; onChange(next: Piece): void; feelings: Feelings };

/** The words that were chosen, what each means, and how strongly it is there. */
export function ChosenWords({ piece, onChange, feelings }: ChosenWordsProps) {
  const t = useTranslations("feelings.chosen");
  if (piece.feelings.length === 0) return null;
  const setStrength = (word: string, strength: Strength) =>
    onChange({
      ...piece,
      feelings: piece.feelings.map((feeling) => (feeling.word === word ? { ...feeling, strength } : feeling)),
    });
  return (
    <ul aria-label={t("label")} className="grid gap-3">
      {piece.feelings.map((feeling) => (
        <li key={feeling.word}>
          <ChosenWord
            feeling={feeling}
            onStrength={(strength) => setStrength(feeling.word, strength)}
            onTakeBack={() => feelings.toggle(feeling.word)}
          />
        </li>
      ))}
    </ul>
  );
}

type ChosenWordProps = { feeling: Feeling; onStrength(strength: Strength): void; onTakeBack(): void };

function ChosenWord({ feeling: { word, strength }, onStrength, onTakeBack }: ChosenWordProps) {
  const name = useId();
  const t = useTranslations("feelings.chosen");
  const feeling = wordOf(word);
  return (
    <div className="grid gap-2 rounded-card bg-sunken p-3">
      <div className="flex items-start justify-between gap-3">
        <p className="pt-2">
          <span className="block font-spoken text-spoken [overflow-wrap:anywhere]">{feeling}</span>
          <span className="block text-small text-muted">{findFeeling(word)?.definition ?? t("own")}</span>
        </p>
        <button type="button" onClick={onTakeBack} aria-label={t("takeBackWord", { feeling })} className={quietButton}>
          {t("takeBack")}
        </button>
      </div>
      <RadioRow
        legend={t("strength", { feeling })}
        hideLegend
        name={name}
        options={strengths.map(({ id, word: label }) => ({ value: id, label }))}
        value={strength}
        onChange={onStrength}
      />
    </div>
  );
}
