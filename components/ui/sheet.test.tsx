import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Sheet } from "./sheet";
import { renderWithWords } from "./test-kit";

const sheet = (open: boolean, onClose: () => void, held = false) => (
  <Sheet open={open} onClose={onClose} title="Choose a time" held={held}>
    <p>Inside</p>
  </Sheet>
);
const dialog = () => screen.getByRole<HTMLDialogElement>("dialog", { hidden: true });

test("a sheet opens and closes when its owner says so, and holds nothing while it is closed", () => {
  const { rerender } = renderWithWords(sheet(false, vi.fn()));
  expect(dialog().open).toBe(false);
  expect(screen.queryByText("Inside")).toBeNull();
  rerender(sheet(true, vi.fn()));
  expect(screen.getByRole("dialog", { name: "Choose a time" })).toHaveProperty("open", true);
  expect(screen.getByText("Inside")).toBeDefined();
  rerender(sheet(false, vi.fn()));
  expect(dialog().open).toBe(false);
});

test("Escape, the close button and a press beside the sheet ask its owner, and close nothing by themselves", () => {
  const onClose = vi.fn();
  renderWithWords(sheet(true, onClose));
  const cancel = new Event("cancel", { cancelable: true });
  fireEvent(dialog(), cancel);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  fireEvent.click(dialog());
  expect(onClose).toHaveBeenCalledTimes(3);
  expect(cancel.defaultPrevented).toBe(true);
  expect(dialog().open).toBe(true);
});

test("a press inside the sheet does not close it", () => {
  const onClose = vi.fn();
  renderWithWords(sheet(true, onClose));
  fireEvent.click(screen.getByText("Inside"));
  expect(onClose).not.toHaveBeenCalled();
});

test("a held sheet stays, whatever is pressed", () => {
  const onClose = vi.fn();
  renderWithWords(sheet(true, onClose, true));
  fireEvent(dialog(), new Event("cancel", { cancelable: true }));
  fireEvent.click(dialog());
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(onClose).not.toHaveBeenCalled();
});
