import { useTranslations } from "next-intl";

/* Spoken at these steps alone: a number read out at each keystroke would talk over the person who writes. */
const spokenAt = [20, 10, 5, 0];

/** How much room is left: shown for the last fifth, spoken at 20, 10, 5, 0 and when it is too long. Nothing is cut off. */
export function CharacterCount({ length, max }: { length: number; max: number }) {
  const t = useTranslations("ui.count");
  const left = max - length;
  const near = left <= Math.max(20, max / 5);
  const step = spokenAt.filter((at) => left <= at).at(-1);
  const spoken = left < 0 ? t("over") : step === undefined ? "" : t("near", { left: step });
  return (
    <div className="text-right text-small">
      {near && (
        <span aria-hidden className={left < 0 ? "font-semibold text-danger" : "text-muted"}>
          {left < 0 ? t("overBy", { over: -left }) : t("left", { left })}
        </span>
      )}
      <span className="sr-only" aria-live="polite">
        {spoken}
      </span>
    </div>
  );
}
