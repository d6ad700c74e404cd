import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { MonthList } from "./month-list";
import { lineOf } from "./test-kit";

/** Where parts of the page are is told by hand: nothing has a place here. */
type Told = { target: Element; isIntersecting: boolean; boundingClientRect: { height: number } };
const watched = new Map<Element, (entries: Told[]) => void>();
beforeEach(() => {
  watched.clear();
  class Watch {
    #tell;
    constructor(tell: (entries: Told[]) => void) {
      this.#tell = tell;
    }
    observe = (part: Element) => watched.set(part, this.#tell);
    unobserve = () => undefined;
    disconnect = () => undefined;
  }
  vi.stubGlobal("IntersectionObserver", Watch);
});
afterEach(() => vi.unstubAllGlobals());

const comes = (part: Element, isIntersecting: boolean, height = 3_000) =>
  act(() => watched.get(part)?.([{ target: part, isIntersecting, boundingClientRect: { height } }]));
const hour = 3_600_000;
/** All in one month, so many that they are drawn in parts. */
const show = () => {
  const lines = Array.from({ length: 100 }, (_, n) => lineOf(n, { openedAt: Date.UTC(2026, 4, 20) - n * hour }));
  renderWithWords(<MonthList lines={lines} />);
  return screen.getAllByRole("list");
};
const drawn = (parts: readonly Element[]) => parts.map((part) => part.childElementCount);

test("of a long list the lines near the screen are there, and the others keep their place", () => {
  const parts = show();
  const [first, , , , fifth, sixth] = parts;
  if (!first || !fifth || !sixth) throw new Error("the list is in fewer parts");
  // A first page is there whole, as a server sends it.
  expect(drawn(parts)).toEqual([12, 12, 12, 12, 0, 0, 0, 0, 0]);
  expect(fifth.style.blockSize).toBe(`${12 * 94 - 8}px`);
  comes(fifth, true);
  expect(drawn(parts)).toEqual([12, 12, 12, 12, 12, 0, 0, 0, 0]);
  expect(fifth.style.blockSize).toBe("");
  comes(first, false, 1_100);
  comes(fifth, false, 1_300);
  comes(sixth, true);
  expect(drawn(parts)).toEqual([0, 12, 12, 12, 0, 12, 0, 0, 0]);
  // As tall as they were, so that nothing moves on the screen.
  expect([first.style.blockSize, fifth.style.blockSize]).toEqual(["1100px", "1300px"]);
});

test("a line that has the focus stays, wherever it is, and a list that is hidden comes back as it was", () => {
  const parts = show();
  const [first] = parts;
  if (!first) throw new Error("there is no list");
  screen.getAllByRole("link")[3]?.focus();
  comes(first, false);
  expect(drawn(parts)[0]).toBe(12);
  screen.getAllByRole("link")[3]?.blur();
  comes(first, false, 0);
  expect(drawn(parts)[0]).toBe(12);
  comes(first, false);
  expect(drawn(parts)[0]).toBe(0);
});
