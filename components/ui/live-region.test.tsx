import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LiveRegion, useAnnounce } from "./live-region";
import { renderWithWords } from "./test-kit";

function HandOver() {
  const announce = useAnnounce();
  return (
    <button type="button" onClick={() => announce("Your turn")}>
      Hand over
    </button>
  );
}

test("the same words twice are spoken twice", () => {
  renderWithWords(
    <LiveRegion>
      <HandOver />
    </LiveRegion>,
  );
  const boxes = () => screen.getAllByTestId("announced").map((box) => box.textContent);
  expect(boxes()).toEqual(["", ""]);
  fireEvent.click(screen.getByRole("button"));
  expect(boxes()).toEqual(["", "Your turn"]);
  fireEvent.click(screen.getByRole("button"));
  expect(boxes()).toEqual(["Your turn", ""]);
});
