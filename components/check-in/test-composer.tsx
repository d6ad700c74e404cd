import type { Content } from "@/lib/sealing/contents";

/** A stand-in for the composer in tests of other screens: the moment alone. */
export function PieceComposer({
  value,
  onChange,
}: {
  value: Content<"piece">;
  onChange(next: Content<"piece">): void;
}) {
  return (
    <label>
      When…
      <textarea value={value.moment ?? ""} onChange={(event) => onChange({ ...value, moment: event.target.value })} />
    </label>
  );
}
