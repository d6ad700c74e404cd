import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LiveRegion } from "@/components/ui/live-region";
import { renderWithWords } from "@/components/ui/test-kit";
import type { Line } from "@/lib/history/line";
import { nothingSought, type Sought } from "@/lib/history/seek";
import { coupleIdSchema } from "@/lib/ids";
import { EndlessHistory } from "./endless-history";
import { Found } from "./found";
import type { LookReport } from "./look-worker";
import type { StartLooking } from "./start-looking";
import { coupleId, lineOf, uuidOf } from "./test-kit";

const names = { A: "Mara", B: "Sam" } as const;
const guides = [{ id: "standard", title: "A check-in" }];
const lines = (from: number, to: number, change: Partial<Line> = {}) =>
  Array.from({ length: to - from }, (_, index) => lineOf(from + index, change));
const cursorOf = (line: Line | undefined) => `${line?.openedAt}.${line?.checkInId}`;

const fetched = vi.fn<(address: string) => unknown>();
let couples = 0;
beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", async (address: string) => Response.json(fetched(address)));
  couples += 1;
});
afterEach(() => vi.unstubAllGlobals());
/** Each test is another couple: what was loaded is remembered for as long as the tab lives. */
const someone = () => coupleIdSchema.parse(uuidOf(couples));

const show = (checkIns: readonly Line[], next: string | null, isEarlier = false, runningId: string | null = null) => {
  const node = (given: readonly Line[], after: string | null) => (
    <EndlessHistory {...{ checkIns: given, next: after, isEarlier, runningId, coupleId: someone(), names, guides }} />
  );
  const page = renderWithWords(node(checkIns, next));
  return { ...page, again: (given: readonly Line[], after: string | null) => page.rerender(node(given, after)) };
};
const shown = () =>
  screen.getAllByRole("link").flatMap((link) => link.getAttribute("href")?.match(/^\/read\/(.{36})$/)?.[1] ?? []);
const earlier = () => screen.queryByRole("link", { name: "Earlier ones" });
const pressEarlier = async () => {
  await act(async () => {
    fireEvent.click(screen.getByRole("link", { name: "Earlier ones" }));
    await vi.dynamicImportSettled();
  });
};
const ids = (all: readonly Line[]) => all.map(({ checkInId }) => checkInId);

describe("the list of check-ins", () => {
  test("grows by the pages after it, each once, until it says where it begins", async () => {
    const all = lines(0, 40);
    fetched.mockReturnValueOnce({ ok: true, value: { checkIns: all.slice(20), next: null } });
    show(all.slice(0, 20), cursorOf(all[19]));
    expect(earlier()?.getAttribute("href")).toBe(`/read?before=${encodeURIComponent(cursorOf(all[19]))}`);
    await pressEarlier();
    expect(shown()).toEqual(ids(all));
    expect(fetched).toHaveBeenCalledWith(`/read/lines?before=${encodeURIComponent(cursorOf(all[19]))}`);
    expect(earlier()).toBeNull();
    expect(screen.getByText("That is where it begins.")).toBeTruthy();
    expect(screen.getByText("20 more check-ins")).toBeTruthy();
  });

  test("keeps what it has when a page does not come, and says so; the same press asks again", async () => {
    const all = lines(0, 30);
    fetched.mockReturnValueOnce({ ok: false, refusal: "invalid" });
    fetched.mockReturnValueOnce({ ok: true, value: { checkIns: all.slice(20), next: null } });
    show(all.slice(0, 20), cursorOf(all[19]));
    await pressEarlier();
    expect(screen.getByRole("alert").textContent).toContain("was not understood");
    expect(shown()).toEqual(ids(all.slice(0, 20)));
    await pressEarlier();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(shown()).toEqual(ids(all));
  });

  test("drawn anew by the server it takes up what is new and keeps what was loaded", async () => {
    const all = lines(0, 30);
    fetched.mockReturnValueOnce({ ok: true, value: { checkIns: all.slice(21), next: null } });
    const page = show(all.slice(1, 21), cursorOf(all[20]));
    await pressEarlier();
    page.again(all.slice(0, 20), cursorOf(all[19]));
    expect(shown()).toEqual(ids(all));
  });

  test("is there as it was left when one comes back from a check-in", async () => {
    const all = lines(0, 30);
    fetched.mockReturnValueOnce({ ok: true, value: { checkIns: all.slice(20), next: null } });
    const page = show(all.slice(0, 20), cursorOf(all[19]));
    await pressEarlier();
    page.unmount();
    show(all.slice(0, 20), cursorOf(all[19]));
    expect(shown()).toEqual(ids(all));
  });

  test("says of none who paused or ended it", () => {
    show([lineOf(0, { status: "endedEarly", tookAPause: true })], null);
    expect(screen.getByText("A check-in · 24 minutes · we took a pause · ended early, kindly")).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Mara|Sam/);
  });

  test("says that it is empty, where it begins, and what runs", () => {
    const page = show([], null);
    expect(screen.getByText("Nothing to read yet")).toBeTruthy();
    page.unmount();
    show([], null, true, "seven");
    expect(screen.getByText("That is where it begins")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Go to it" }).getAttribute("href")).toBe("/check-in/seven");
  });
});

describe("what was found", () => {
  const sought: Sought = { ...nothingSought, text: "tea" };
  const start = () => {
    let tell: (report: LookReport) => void = () => undefined;
    const ended = vi.fn();
    const starting: StartLooking = (_request, report) => {
      tell = report;
      return ended;
    };
    renderWithWords(
      <LiveRegion>
        <Found {...{ sought, coupleId, coupleKey: null, names, start: starting }} />
      </LiveRegion>,
    );
    return { tell: (report: LookReport) => act(() => tell(report)), ended };
  };
  const found = (n: number) => ({ line: lineOf(n), snippet: { seat: "A" as const, text: "You made tea." } });

  test("comes as it goes, with how far it was looked, beside whoever said it", async () => {
    const { tell } = start();
    tell({ looked: 12, shut: 0, total: 340, found: [found(3)] });
    expect(screen.getByText("12 of 340 looked through")).toBeTruthy();
    expect(screen.getByRole("progressbar", { name: "Looking through" })).toHaveProperty("value", 12);
    const link = within(screen.getByRole("link"));
    expect(link.getByText("You made tea.")).toBeTruthy();
    expect(link.getByText("Mara")).toBeTruthy();
    tell({ how: "done" });
    expect(screen.getAllByText("One check-in found.")).toHaveLength(2);
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  test("counts what could not be opened, kindly, and goes on", () => {
    const { tell } = start();
    tell({ looked: 25, shut: 2, total: 30, found: [] });
    expect(screen.getByText("2 check-ins have words that could not be opened. They are still there.")).toBeTruthy();
    tell({ looked: 5, shut: 0, total: 30, found: [] });
    tell({ how: "done" });
    expect(screen.getAllByText("Nothing was found in 30 check-ins.").length).toBeGreaterThan(0);
  });

  test("stops when it is asked to, and keeps what it has", () => {
    const { tell, ended } = start();
    tell({ looked: 12, shut: 0, total: 340, found: [found(3)] });
    fireEvent.click(screen.getByRole("button", { name: "Stop looking" }));
    expect(ended).toHaveBeenCalled();
    expect(screen.getByText("Looking was stopped here.")).toBeTruthy();
    tell({ looked: 12, shut: 0, total: 340, found: [found(4)] });
    expect(screen.getAllByRole("link")).toHaveLength(1);
  });

  test("says why it could not go on", () => {
    const { tell } = start();
    tell({ looked: 12, shut: 0, total: 340, found: [found(3)] });
    tell({ how: "refused", refusal: "offline" });
    expect(screen.getByRole("alert").textContent).toContain("There is no line just now");
    expect(screen.getAllByRole("link")).toHaveLength(1);
  });

  test("does not say that nothing was found where nothing could be looked through", () => {
    const { tell } = start();
    tell({ how: "refused", refusal: "offline" });
    expect(screen.getByRole("alert").textContent).toContain("There is no line just now");
    expect(screen.queryByText(/Nothing was found/)).toBeNull();
  });
});

test("looking for nothing is told so, and closing leads back to all", async () => {
  show(lines(0, 3), null);
  fireEvent.click(screen.getByRole("button", { name: "Find a check-in" }));
  fireEvent.click(await screen.findByRole("button", { name: "Look" }));
  expect(screen.getByText("A word, a feeling or one of the others is needed to look for.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Back to all" }));
  expect(shown()).toHaveLength(3);
});
