import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whileLookedAt } from "./use-together";

const told: string[] = [];
const begin = () =>
  whileLookedAt(
    () => told.push("here"),
    () => told.push("gone"),
  );
const turnTo = (visibility: "visible" | "hidden") => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);
  document.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  told.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a page in the background for a minute has gone on, and is here again once it is looked at", () => {
  const end = begin();
  turnTo("hidden");
  vi.advanceTimersByTime(59_000);
  turnTo("visible");
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(["here"]);
  turnTo("hidden");
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(["here", "gone"]);
  turnTo("visible");
  expect(told).toEqual(["here", "gone", "here"]);
  end();
});

test("closing the tab is going on at once; a page out of the cache is here again, and what is left says nothing twice", () => {
  const end = begin();
  window.dispatchEvent(new Event("pagehide"));
  window.dispatchEvent(new Event("pageshow"));
  expect(told).toEqual(["here", "gone", "here"]);
  end();
  turnTo("visible");
  window.dispatchEvent(new Event("pageshow"));
  expect(told).toEqual(["here", "gone", "here", "gone"]);
});
