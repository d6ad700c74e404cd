import { act, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { press, renderWithWords } from "@/components/ui/test-kit";
import { coupleIdSchema } from "@/lib/ids";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import type { GatherReport } from "./gather-worker";
import { Patterns, type Standing } from "./patterns";
import type { StartGathering } from "./use-gather";

const keyHere = vi.hoisted(() => ({ state: "opening" }) as Record<string, unknown>);
vi.mock("@/components/auth/use-couple-key", () => ({ useCoupleKey: () => keyHere }));
const key = await importCoupleKey(makeCoupleKey());
beforeEach(() => Object.assign(keyHere, { state: "ready", key }));

const coupleId = coupleIdSchema.parse("00000000-0000-4000-8000-00000000abcd");
type Answer = { ok: true; value: null } | { ok: false; refusal: string };
const show = (standing: Standing) => {
  let tell: (report: GatherReport) => void = () => undefined;
  const start: StartGathering = (_request, report) => {
    tell = report;
    return () => undefined;
  };
  const wantPatterns = vi.fn(async (_: { wants: boolean }): Promise<Answer> => ({ ok: true, value: null }));
  const hidePatterns = vi.fn(async (_: { hides: boolean }): Promise<Answer> => ({ ok: true, value: null }));
  renderWithWords(
    <Patterns {...{ standing, coupleId, theirName: "Sam", start }} actions={{ wantPatterns, hidePatterns }} />,
  );
  return { tell: (report: GatherReport) => act(() => tell(report)), wantPatterns, hidePatterns };
};
const shown: Standing = { state: "shown", reviews: { kept: 3, partly: 1, change: 0 } };
const none = { stirred: 0, bright: 0, heavy: 0, settled: 0 };
const patterns = {
  ...{
    checkIns: 6,
    named: { ...none, heavy: 4, stirred: 2 },
    left: { ...none, settled: 3 },
    withNamed: 5,
    withLeft: 3,
  },
  shared: [{ word: "lonely", checkIns: 4 }],
  topics: [{ word: "chores", checkIns: 2 }],
};

describe("patterns", () => {
  test("wait for a yes of each, and say plainly that later is fine", async () => {
    const { wantPatterns } = show({ state: "asked", mine: false, theirs: true });
    expect(screen.getByText("Sam would like to see them. No is fine, and so is later.")).toBeTruthy();
    wantPatterns.mockResolvedValueOnce({ ok: false, refusal: "offline" });
    await press("I'd like to see them");
    expect(screen.getByRole("alert").textContent).toContain("There is no line just now");
    await press("I'd like to see them");
    expect(wantPatterns).toHaveBeenLastCalledWith({ wants: true });
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("a yes can be taken back while the other has not answered", async () => {
    const { wantPatterns } = show({ state: "asked", mine: true, theirs: false });
    await press("I'd rather not see them");
    expect(wantPatterns).toHaveBeenCalledWith({ wants: false });
  });

  test("hidden, they say until when, and offer to show them to whoever hid them", () => {
    const until = Date.UTC(2026, 1, 1);
    show({ state: "hidden", until, byMe: false });
    expect(screen.queryByRole("button", { name: "Show them again" })).toBeNull();
    expect(document.body.textContent).toContain("hidden for both of you");
  });

  test("every strip has its table, every part ends in a question, and nobody's name is in them", async () => {
    const { tell } = show(shown);
    await screen.findByRole("progressbar");
    tell({ state: "looking", looked: 100, total: 600 });
    expect(screen.getByRole("progressbar")).toHaveProperty("value", 100);
    tell({ state: "done", patterns, shut: 1, openedInMs: 1 });
    const parts = screen.getAllByRole("region");
    expect(parts).toHaveLength(4);
    for (const part of parts) expect(part.lastElementChild?.textContent?.endsWith("?")).toBe(true);
    const strips = document.querySelectorAll("figure");
    for (const strip of strips) {
      const drawn = [...strip.querySelectorAll("svg g")].map((bar) =>
        [...bar.querySelectorAll("text")].map((text) => text.textContent),
      );
      const told = [...strip.querySelectorAll("tbody tr")].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      );
      expect(told.length).toBeGreaterThan(0);
      expect(told).toEqual(drawn);
    }
    expect(strips).toHaveLength(5);
    expect(screen.getByText("One check-in has words that could not be opened. The others are counted.")).toBeTruthy();
    for (const part of parts) expect(part.textContent).not.toMatch(/Sam|Mara/);
  });

  test("what has not come up yet is said, with its question", async () => {
    const { tell } = show({ state: "shown", reviews: { kept: 0, partly: 0, change: 0 } });
    await screen.findByRole("progressbar");
    tell({
      state: "done",
      patterns: { ...patterns, named: none, left: none, withNamed: 0, withLeft: 0, shared: [], topics: [] },
      shut: 0,
      openedInMs: 1,
    });
    for (const part of screen.getAllByRole("region")) {
      expect(within(part).getByText("Nothing of this has come up yet.")).toBeTruthy();
    }
  });

  test("can be hidden while they are shown", async () => {
    const { hidePatterns } = show(shown);
    await press("Hide them for 30 days");
    expect(hidePatterns).toHaveBeenCalledWith({ hides: true });
  });
});
