import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { byMonth } from "./by-month";
import { History } from "./history";
import type { ListedCheckIn } from "./listed-check-in";

const lineOf = (checkInId: string, openedAt: number, change: Partial<ListedCheckIn> = {}): ListedCheckIn => ({
  ...{ checkInId, openedAt, title: "A check-in", status: "completed", endedAt: openedAt + 24 * 60_000 },
  ...{ tookAPause: false, ...change },
});
const january = Date.UTC(2026, 0, 14, 12);
const december = Date.UTC(2025, 11, 14, 12);

test("check-ins stand under their month, newest first, each leading to its words", () => {
  const checkIns = [lineOf("three", january + 1), lineOf("two", january), lineOf("one", december)];
  renderWithWords(<History checkIns={checkIns} isEarlier={false} next={null} runningId={null} />);
  const months = screen.getAllByRole("region");
  expect(
    months.map((month) =>
      within(month)
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ),
  ).toEqual([["/read/three", "/read/two"], ["/read/one"]]);
  expect(screen.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual([
    "January 2026",
    "December 2025",
  ]);
  expect(screen.getAllByText("A check-in · 24 minutes")).toHaveLength(3);
});

test("a line says that it ended early, kindly, and that a pause was taken; a length over hours says nothing", () => {
  const line = lineOf("one", january, { status: "endedEarly", tookAPause: true, endedAt: january + 12 * 3_600_000 });
  renderWithWords(<History checkIns={[line]} isEarlier={false} next={null} runningId={null} />);
  expect(screen.getByText("A check-in · we took a pause · ended early, kindly")).toBeTruthy();
});

test("a month is the month where the device is", () => {
  const turnOfTheYear = lineOf("one", Date.UTC(2026, 0, 1, 0, 30));
  expect(byMonth([turnOfTheYear], "Europe/Berlin")[0]?.month).toBe("2026-01");
  expect(byMonth([turnOfTheYear], "America/New_York")[0]?.month).toBe("2025-12");
});

test("the list says where it begins, what runs and how to go on", () => {
  const page = renderWithWords(<History checkIns={[]} isEarlier={false} next={null} runningId={null} />);
  expect(screen.getByText("Nothing to read yet")).toBeTruthy();
  page.rerender(<History checkIns={[]} isEarlier next={null} runningId="seven" />);
  expect(screen.getByText("That is where it begins")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Go to it" }).getAttribute("href")).toBe("/check-in/seven");
  page.rerender(<History checkIns={[lineOf("one", january)]} isEarlier={false} next="1.a" runningId={null} />);
  expect(screen.getByRole("link", { name: "Earlier ones" }).getAttribute("href")).toBe("/read?before=1.a");
});
