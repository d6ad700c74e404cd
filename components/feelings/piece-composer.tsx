import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Mode } from "@/lib/check-in/events";
import type { TurnStage } from "@/lib/guides/guide";
import { FeelingsPart } from "./feelings-part";
import { LetterSoFar } from "./letter-so-far";
import { PartSteps } from "./part-steps";
import { type PartId, type Piece, parts } from "./parts";
import { nowhere } from "./point-finder";
import { SupportCard } from "./support-card";
import { TextPartForm } from "./text-part-form";
import { useCoach } from "./use-coach";
import { useFeelings } from "./use-feelings";

export type PieceComposerProps = {
  value: Piece;
  onChange(next: Piece): void;
  mode: Mode;
  /** The guide's sentence for each part. */
  parts: TurnStage["parts"];
  disabled: boolean;
};

/* Enter in a field of one line would hand the piece over; only the button may do that. */
const keepEnter = (event: KeyboardEvent) => {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
};

/**
 * Finds words for one piece, a part at a time: feelings, the moment, the need, an opening line. The other parts stay in
 * sight as a letter. The words are the parent's (`value`), so moving between parts loses nothing. Lives inside a form.
 */
export function PieceComposer({ value, onChange, mode, parts: prompts, disabled }: PieceComposerProps) {
  const t = useTranslations("feelings.parts");
  const [part, setPart] = useState<PartId>("feelings");
  const [where, setWhere] = useState(nowhere);
  const feelings = useFeelings(value, onChange);
  const coaching = useCoach(value);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the part, and only after a press
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [part]);

  const go = (next: PartId) => {
    moved.current = true;
    feelings.forgetNote();
    setPart(next);
  };
  const at = parts.indexOf(part);
  const before = parts[at - 1];
  const after = parts[at + 1];
  const shared = { piece: value, onChange, feelings };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps Enter from handing over, whichever field has the focus
    <div onKeyDown={keepEnter}>
      <fieldset disabled={disabled} className="grid min-w-0 gap-6">
        <PartSteps piece={value} current={part} onGo={go} />
        <LetterSoFar piece={value} parts={parts.slice(0, at)} onGo={go} />
        <h2
          ref={heading}
          tabIndex={-1}
          className="font-spoken text-lead focus-visible:shadow-none focus-visible:outline-none"
        >
          {part === "opening" ? t("openingTitle") : prompts[part]}
        </h2>
        {part === "feelings" ? (
          <FeelingsPart {...shared} where={where} onWhere={setWhere} />
        ) : (
          <TextPartForm key={part} {...shared} part={part} coaching={coaching} opening={prompts.opening} />
        )}
        <div role="status">{coaching.support && <SupportCard support={coaching.support} />}</div>
        <LetterSoFar piece={value} parts={parts.slice(at + 1)} onGo={go} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          {before && (
            <Button tone="quiet" onClick={() => go(before)}>
              {t("back")}
            </Button>
          )}
          {after && after !== "feelings" ? (
            <Button tone="secondary" className="ml-auto" onClick={() => go(after)}>
              {t(`next.${after}`)}
            </Button>
          ) : (
            <p className="max-w-measure text-small text-muted">{t(`last.${mode}`)}</p>
          )}
        </div>
      </fieldset>
    </div>
  );
}
