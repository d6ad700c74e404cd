import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { isFilled, type PartId, type Piece, parts } from "./parts";

export type PartStepsProps = { piece: Piece; current: PartId; onGo(part: PartId): void };

/** The four parts in a row: where one is, which have words, and a way to any of them. */
export function PartSteps({ piece, current, onGo }: PartStepsProps) {
  const t = useTranslations("feelings.parts");
  return (
    <nav aria-label={t("label")}>
      <ol className="grid grid-cols-4 gap-1">
        {parts.map((part) => (
          <li key={part}>
            <button
              type="button"
              aria-current={part === current ? "step" : undefined}
              onClick={() => onGo(part)}
              className={classes(
                "flex min-h-11 w-full items-center justify-center gap-1 border-b-4 px-1 text-small",
                part === current ? "border-us font-semibold text-us" : "border-border text-ink",
              )}
            >
              {isFilled(piece, part) && (
                <svg aria-hidden viewBox="0 0 16 16" className="size-3.5 shrink-0">
                  <path d="m3 8.5 3.5 3.5L13 4.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
                </svg>
              )}
              {t(part)}
              {isFilled(piece, part) && <span className="sr-only"> {t("filled")}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
