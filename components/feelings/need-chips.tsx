import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { CheckChip } from "@/components/ui/check-chip";
import { needs } from "@/lib/words/needs";
import { holdsNeed, needOfText, needText, type Piece, toggleNeed } from "./parts";
import { quietButton } from "./quiet-button";

const shownFirst = 10;

export type NeedChipsProps = {
  piece: Piece;
  onChange(next: Piece): void;
  /** Where they are not about what lies underneath. */
  legend?: string;
};

/** Words for a longing. A tap puts one into the field below, or takes it out; own words beside it stay. */
export function NeedChips({ piece, onChange, legend }: NeedChipsProps) {
  const id = useId();
  const t = useTranslations("feelings.need");
  const [all, setAll] = useState(false);
  const text = needText(piece.need);
  const shown = needs.filter(({ word }, at) => all || at < shownFirst || holdsNeed(text, word));
  return (
    <fieldset className="grid gap-2" aria-labelledby={id}>
      <p id={id} className="font-semibold">
        {legend ?? t("chips")}
      </p>
      <div className="flex flex-wrap gap-2">
        {shown.map(({ id: need, word }) => (
          <CheckChip
            key={need}
            checked={holdsNeed(text, word)}
            onChange={() => onChange({ ...piece, need: needOfText(toggleNeed(text, word)) })}
          >
            {word}
          </CheckChip>
        ))}
        {!all && (
          <button type="button" onClick={() => setAll(true)} className={quietButton}>
            {t("more")}
          </button>
        )}
      </div>
    </fieldset>
  );
}
