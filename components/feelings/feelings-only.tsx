import { useState } from "react";
import { FeelingsPart } from "./feelings-part";
import type { Piece } from "./parts";
import { nowhere } from "./point-finder";
import { useFeelings } from "./use-feelings";

export type FeelingsOnlyProps = { value: Piece; onChange(next: Piece): void; disabled: boolean };

/** How one feels just now, and nothing more: a piece of which only the feelings are asked. Lives inside a form. */
export function FeelingsOnly({ value, onChange, disabled }: FeelingsOnlyProps) {
  const [where, setWhere] = useState(nowhere);
  const feelings = useFeelings(value, onChange);
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <FeelingsPart piece={value} {...{ onChange, feelings, where }} onWhere={setWhere} isBrief />
    </fieldset>
  );
}
