import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import type { Hint } from "@/lib/coach/hint";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";
import { CoachCard } from "./coach-card";
import { needOfText, needText, type Piece } from "./parts";
import { quietButton } from "./quiet-button";
import type { Coaching, TextPart } from "./use-coach";
import type { Feelings } from "./use-feelings";

export type CoachedTextProps = {
  /** Of the field, so that a press beside it can send the focus there. */
  id: string;
  part: TextPart;
  label: string;
  hint?: string;
  piece: Piece;
  onChange(next: Piece): void;
  feelings: Feelings;
  coaching: Coaching;
};

const keyOf = ({ rule, noticed }: Hint) => `${rule} ${noticed}`;

/** A field of one's own words, with the coach beside it. */
export function CoachedText(props: CoachedTextProps) {
  const { id, part, label, hint, piece, onChange, feelings, coaching } = props;
  const t = useTranslations("feelings.coach");
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const [replaced, setReplaced] = useState<string | null>(null);
  const text = part === "need" ? needText(piece.need) : (piece[part] ?? "");
  const found = coaching.hintFor(part);
  const shown = found && !dismissed.includes(keyOf(found)) ? found : null;

  const write = (words: string) => onChange({ ...piece, [part]: part === "need" ? needOfText(words) : words });
  const put = (words: string, before: string | null) => {
    write(words);
    setReplaced(before);
    document.getElementById(id)?.focus();
  };
  return (
    <div className="grid gap-3">
      <TextArea
        id={id}
        label={label}
        hint={hint}
        value={text}
        onChange={(event) => {
          setReplaced(null);
          write(event.target.value);
        }}
        max={textMaxCharacters}
        spoken
      />
      <p role="status" className="sr-only">
        {shown?.question ?? (replaced === null ? "" : t("replaced"))}
      </p>
      {shown && (
        <CoachCard
          hint={shown}
          piece={piece}
          onChange={onChange}
          feelings={feelings}
          onUse={(starter) => put(starter, text)}
          onDismiss={() => {
            setDismissed([...dismissed, keyOf(shown)]);
            document.getElementById(id)?.focus();
          }}
        />
      )}
      {replaced !== null && (
        <p className="flex flex-wrap items-center gap-x-3 text-small text-muted">
          {t("replaced")}
          <button type="button" onClick={() => put(replaced, null)} className={quietButton}>
            {t("putBack")}
          </button>
        </p>
      )}
    </div>
  );
}
