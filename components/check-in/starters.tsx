import { useTranslations } from "next-intl";

export type StartersProps = { starters: readonly string[]; onPick(words: string): void };

/** Openings that a tap puts into the field. They are only a beginning: everything in the field can be changed. */
export function Starters({ starters, onPick }: StartersProps) {
  const t = useTranslations("turn.starters");
  if (starters.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-wrap gap-2">
      {starters.map((starter) => (
        <li key={starter}>
          <button
            type="button"
            onClick={() => onPick(starter)}
            className="min-h-11 rounded-full border border-control bg-surface px-4 py-1 text-left font-spoken hover:bg-us-tint"
          >
            {starter}
          </button>
        </li>
      ))}
    </ul>
  );
}
