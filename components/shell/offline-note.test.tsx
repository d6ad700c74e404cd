import { act, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { OfflineNote } from "./offline-note";

const line = vi.spyOn(navigator, "onLine", "get");
const goes = (isUp: boolean) =>
  act(() => {
    line.mockReturnValue(isUp);
    window.dispatchEvent(new Event(isUp ? "online" : "offline"));
  });

test("a page says that the line is gone, in a region that stood there before, and no more once it is back", () => {
  line.mockReturnValue(true);
  render(<OfflineNote>You are offline.</OfflineNote>);
  const region = screen.getByRole("status");
  expect(region.textContent).toBe("");
  goes(false);
  expect(region.textContent).toBe("You are offline.");
  goes(true);
  expect(region.textContent).toBe("");
});
