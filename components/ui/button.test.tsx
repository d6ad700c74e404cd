import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Button } from "./button";
import { renderWithWords } from "./test-kit";

test("a pending button says so, keeps its focus and takes no second press", () => {
  const press = vi.fn();
  const button = (pending: boolean) => (
    <Button onClick={press} pending={pending} pendingWords="Sealing your words">
      Hand over
    </Button>
  );
  const { rerender } = renderWithWords(button(false));
  screen.getByRole("button").focus();
  fireEvent.click(screen.getByRole("button"));
  rerender(button(true));
  const pending = screen.getByRole("button", { name: "Sealing your words" });
  fireEvent.click(pending);
  expect(press).toHaveBeenCalledTimes(1);
  expect(pending.getAttribute("aria-busy")).toBe("true");
  expect(document.activeElement).toBe(pending);
});

test("a pending button does not send its form", () => {
  const send = vi.fn((event) => event.preventDefault());
  renderWithWords(
    <form onSubmit={send}>
      <Button type="submit" pending>
        Join
      </Button>
    </form>,
  );
  fireEvent.click(screen.getByRole("button"));
  expect(send).not.toHaveBeenCalled();
});
