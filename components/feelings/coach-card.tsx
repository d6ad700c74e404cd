import { useTranslations } from "next-intl";
import { CheckChip } from "@/components/ui/check-chip";
import type { Hint } from "@/lib/coach/hint";
import { findNeed } from "@/lib/words/needs";
import { FeelingChips } from "./feeling-chips";
import { holdsNeed, needOfText, needText, type Piece, toggleNeed } from "./parts";
import { quietButton } from "./quiet-button";
import type { Feelings } from "./use-feelings";

export type CoachCardProps = {
  hint: Hint;
  piece: Piece;
  onChange(next: Piece): void;
  feelings: Feelings;
  onUse(starter: string): void;
  onDismiss(): void;
};

/** One gentle question and one sentence to begin with. It can be taken, changed or left; it holds nothing up. */
export function CoachCard({ hint, piece, onChange, feelings, onUse, onDismiss }: CoachCardProps) {
  const t = useTranslations("feelings.coach");
  const need = needText(piece.need);
  return (
    <section aria-label={t("label")} className="grid gap-3 rounded-card border border-us bg-us-tint p-4">
      {/* Spoken from the region in coached-text, which is there before the words are. */}
      <p>{hint.question}</p>
      <FeelingChips legend={t("chips")} words={hint.feelings} feelings={feelings} />
      {hint.needs.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {hint.needs.map((id) => {
            const word = findNeed(id)?.word ?? id;
            return (
              <CheckChip
                key={id}
                checked={holdsNeed(need, word)}
                onChange={() => onChange({ ...piece, need: needOfText(toggleNeed(need, word)) })}
              >
                {word}
              </CheckChip>
            );
          })}
        </div>
      )}
      <p role="status" className="text-small font-semibold">
        {feelings.note}
      </p>
      <p className="text-small text-muted">{t("starter")}</p>
      <p className="font-spoken text-spoken">{hint.starter}</p>
      <div className="flex flex-wrap gap-2">
        <button type="button" onClick={() => onUse(hint.starter)} className={quietButton}>
          {t("use")}
        </button>
        <button type="button" onClick={onDismiss} className={quietButton}>
          {t("dismiss")}
        </button>
      </div>
    </section>
  );
}
