import type { Piece } from "./piece-form";

/** A stand-in for the composer in tests of other screens: the moment alone. */
export function PieceComposer({ value, onChange }: { value: Piece; onChange(next: Piece): void }) {
  return (
    <label>
      When…
      <textarea value={value.moment ?? ""} onChange={(event) => onChange({ ...value, moment: event.target.value })} />
    </label>
  );
}
