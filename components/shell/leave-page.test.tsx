import { fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { onShown } from "./leave-now";
import { LeavePage } from "./leave-page";
import { neutralSite } from "./neutral-site";

const replace = vi.fn();
const reload = vi.fn();

beforeEach(() => {
  vi.spyOn(window.location, "replace").mockImplementation(replace);
  vi.spyOn(window.location, "reload").mockImplementation(reload);
});

afterEach(() => {
  vi.restoreAllMocks();
  replace.mockReset();
  reload.mockReset();
  window.sessionStorage.clear();
  window.localStorage.clear();
  document.documentElement.hidden = false;
});

const reachedBy = (type: string) =>
  vi
    .spyOn(performance, "getEntriesByType")
    .mockReturnValue([
      Object.assign({ name: "", entryType: "navigation", startTime: 0, duration: 0, toJSON: () => ({}) }, { type }),
    ]);

test("leaving hides the page at once, forgets the tab's state and takes the page's place in the history", () => {
  window.sessionStorage.setItem("draft", "words");
  renderWithWords(<LeavePage>Leave this page</LeavePage>);
  fireEvent.click(screen.getByRole("button", { name: "Leave this page" }));
  expect(document.documentElement.hidden).toBe(true);
  expect(window.sessionStorage.getItem("draft")).toBeNull();
  expect(replace).toHaveBeenCalledExactlyOnceWith(neutralSite);
});

test("leaving keeps what lives on the device, unless the person chose otherwise", () => {
  window.localStorage.setItem("keys", "here");
  const { rerender } = renderWithWords(<LeavePage>Leave</LeavePage>);
  fireEvent.click(screen.getByRole("button"));
  expect(window.localStorage.getItem("keys")).toBe("here");
  document.documentElement.hidden = false;
  rerender(<LeavePage forget={() => window.localStorage.clear()}>Leave</LeavePage>);
  fireEvent.click(screen.getByRole("button"));
  expect(window.localStorage.getItem("keys")).toBeNull();
});

test("leaving works even when forgetting does not", () => {
  const forget = () => {
    throw new Error("storage is shut");
  };
  renderWithWords(<LeavePage forget={forget}>Leave</LeavePage>);
  const quiet = vi.fn((event: ErrorEvent) => event.preventDefault());
  window.addEventListener("error", quiet);
  fireEvent.click(screen.getByRole("button"));
  window.removeEventListener("error", quiet);
  expect(replace).toHaveBeenCalledExactlyOnceWith(neutralSite);
});

test("Shift three times leaves from anywhere on the page", () => {
  renderWithWords(<LeavePage>Leave</LeavePage>);
  for (let count = 0; count < 3; count++) {
    fireEvent.keyDown(document.body, { key: "Shift" });
    fireEvent.keyUp(document.body, { key: "Shift" });
  }
  expect(replace).toHaveBeenCalledExactlyOnceWith(neutralSite);
});

test("Back after leaving leaves again", () => {
  renderWithWords(<LeavePage>Leave</LeavePage>);
  fireEvent.click(screen.getByRole("button"));
  replace.mockReset();
  reachedBy("back_forward");
  onShown(false);
  expect(replace).toHaveBeenCalledExactlyOnceWith(neutralSite);
});

test("coming back on purpose stays", () => {
  renderWithWords(<LeavePage>Leave</LeavePage>);
  fireEvent.click(screen.getByRole("button"));
  replace.mockReset();
  reachedBy("navigate");
  onShown(false);
  reachedBy("back_forward");
  onShown(false);
  expect(replace).not.toHaveBeenCalled();
});

test("a page shown from the browser's memory is loaded anew", () => {
  renderWithWords(<LeavePage>Leave</LeavePage>);
  onShown(true);
  expect(reload).toHaveBeenCalledTimes(1);
});
