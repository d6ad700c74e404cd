import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { CheckChip } from "@/components/ui/check-chip";
import { softerBeside } from "@/lib/words/softer-beside";
import { frontWords, isChosen } from "./choose-feeling";
import type { Piece } from "./parts";
import { quietButton } from "./quiet-button";
import { wordOf } from "./use-feelings";

const mostShown = 6;

/** Beside a hot or a worn word, once, and never forced: is there something softer? */
export function SofterQuestion({ piece, onChange }: { piece: Piece; onChange(next: Piece): void }) {
  const id = useId();
  const t = useTranslations("feelings.softer");
  const [skipped, setSkipped] = useState(false);
  const near = frontWords(piece).flatMap((word) => softerBeside(word).map((feeling) => feeling.id));
  const offered = [...new Set<string>(near)].filter((word) => !isChosen(piece, word)).slice(0, mostShown);
  if (near.length === 0 || (skipped && !piece.softer)) return null;
  const words = piece.softer && !offered.includes(piece.softer) ? [piece.softer, ...offered] : offered;
  return (
    <fieldset className="grid gap-2 rounded-card border border-border p-4" aria-labelledby={id}>
      <p id={id} className="font-spoken text-spoken">
        {t("question")}
      </p>
      <p className="text-small text-muted">{t("hint")}</p>
      <div className="flex flex-wrap items-center gap-2">
        {words.map((word) => (
          <CheckChip
            key={word}
            checked={piece.softer === word}
            onChange={() => onChange({ ...piece, softer: piece.softer === word ? undefined : word })}
          >
            {wordOf(word)}
          </CheckChip>
        ))}
        {!piece.softer && (
          <button type="button" onClick={() => setSkipped(true)} className={quietButton}>
            {t("skip")}
          </button>
        )}
      </div>
    </fieldset>
  );
}
