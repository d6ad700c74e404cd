import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { renderWithWords } from "@/components/ui/test-kit";

export { press } from "@/components/ui/test-kit";

import { standard } from "@/lib/guides/standard";
import type { Piece } from "./parts";
import { PieceComposer } from "./piece-composer";

const prompts = standard.stages.flatMap((stage) => (stage.kind === "turn" ? [stage.parts] : []))[0];

type Held = { piece: Piece; handedOver: number };

function Composed({ held }: { held: Held }) {
  const [piece, setPiece] = useState<Piece>(held.piece);
  if (!prompts) throw new Error("The standard guide has no turn");
  held.piece = piece;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        held.handedOver += 1;
      }}
    >
      <PieceComposer value={piece} onChange={setPiece} mode="written" parts={prompts} disabled={false} />
      <button type="submit">Hand over</button>
    </form>
  );
}

/** The composer in a form of a parent that keeps its value, as the room does. */
export const renderComposer = async (piece: Piece = { feelings: [] }) => {
  const held: Held = { piece, handedOver: 0 };
  renderWithWords(<Composed held={held} />);
  // The coach comes apart from the page.
  await act(async () => {
    await import("@/lib/coach/coach");
  });
  return held;
};

export const pick = async (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole("checkbox", { name })));
export const radioIn = (legend: string, name: string) => {
  const found = screen
    .getAllByRole<HTMLInputElement>("radio", { name })
    .find((radio) => radio.closest("fieldset")?.querySelector("legend")?.textContent === legend);
  if (!found) throw new Error(`There is no ${name} under ${legend}`);
  return found;
};
export const point = async (energy: string, pleasantness: string) => {
  await act(async () => fireEvent.click(radioIn("How strong is the energy?", energy)));
  await act(async () => fireEvent.click(radioIn("How does it feel?", pleasantness)));
};
export const type = async (label: string, words: string) => {
  const field = screen.getByLabelText(label);
  await act(async () => fireEvent.change(field, { target: { value: words } }));
};
