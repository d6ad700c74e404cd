import { useTranslations } from "next-intl";
import { PieceWords } from "@/components/check-in/piece-words";
import { isFilled, onlyPart, type PartId, type Piece } from "./parts";
import { quietButton } from "./quiet-button";

export type LetterSoFarProps = { piece: Piece; parts: readonly PartId[]; onGo(part: PartId): void };

/** Parts that have words, as the other will read them, each a tap away from being changed. */
export function LetterSoFar({ piece, parts, onGo }: LetterSoFarProps) {
  const t = useTranslations("feelings.letter");
  const filled = parts.filter((part) => isFilled(piece, part));
  if (filled.length === 0) return null;
  return (
    <ul className="grid divide-y divide-border rounded-card border border-border bg-surface px-4">
      {filled.map((part) => (
        <li key={part} className="flex items-start justify-between gap-3 py-2">
          <div className="min-w-0 py-2 font-spoken text-spoken whitespace-pre-line [overflow-wrap:anywhere]">
            <PieceWords piece={onlyPart(piece, part)} />
          </div>
          <button
            type="button"
            onClick={() => onGo(part)}
            aria-label={t(`changePart.${part}`)}
            className={`${quietButton} text-small`}
          >
            {t("change")}
          </button>
        </li>
      ))}
    </ul>
  );
}
