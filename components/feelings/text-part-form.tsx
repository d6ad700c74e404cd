import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { CoachedText } from "./coached-text";
import { NeedChips } from "./need-chips";
import type { Piece } from "./parts";
import type { Coaching, TextPart } from "./use-coach";
import type { Feelings } from "./use-feelings";

export type TextPartFormProps = {
  part: TextPart;
  piece: Piece;
  onChange(next: Piece): void;
  feelings: Feelings;
  coaching: Coaching;
  /** The opening line that the guide offers. */
  opening: string;
};

/** The moment, the need or the opening line. */
export function TextPartForm({ part, opening, ...rest }: TextPartFormProps) {
  const id = useId();
  const t = useTranslations("feelings");
  const { piece, onChange, coaching } = rest;
  if (part === "moment") {
    return (
      <CoachedText
        {...rest}
        id={id}
        part="moment"
        label={t("moment.label")}
        hint={coaching.support ? undefined : t("moment.hint")}
      />
    );
  }
  if (part === "need") {
    return (
      <>
        <NeedChips piece={piece} onChange={onChange} />
        <CoachedText {...rest} id={id} part="need" label={t("need.own")} />
      </>
    );
  }
  return (
    <>
      {!piece.opening?.trim() && !coaching.support && (
        <div className="grid justify-items-start gap-2 rounded-card bg-sunken p-4">
          <p className="font-spoken text-spoken">{opening}</p>
          <Button
            tone="secondary"
            onClick={() => {
              onChange({ ...piece, opening });
              document.getElementById(id)?.focus();
            }}
          >
            {t("opening.use")}
          </Button>
        </div>
      )}
      <CoachedText
        {...rest}
        id={id}
        part="opening"
        label={t("opening.label")}
        hint={coaching.support ? undefined : t("opening.hint")}
      />
    </>
  );
}
