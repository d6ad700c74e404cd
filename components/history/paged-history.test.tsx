import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { PagedHistory } from "./paged-history";
import { lineOf } from "./test-kit";

const base = "/read/before/six";

test("check-ins stand under their month, newest first, each leading to its words below the list's own address", () => {
  const january = Date.UTC(2026, 0, 14, 12);
  const december = Date.UTC(2025, 11, 14, 12);
  const checkIns = [january + 1, january, december].map((openedAt, n) =>
    lineOf(n, { openedAt, endedAt: openedAt + 24 * 60_000, checkInId: `${n}` }),
  );
  renderWithWords(<PagedHistory {...{ checkIns, base }} isEarlier={false} next={null} />);
  const months = screen.getAllByRole("region");
  expect(
    months.map((month) =>
      within(month)
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ),
  ).toEqual([[`${base}/0`, `${base}/1`], [`${base}/2`]]);
  expect(screen.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual([
    "January 2026",
    "December 2025",
  ]);
  expect(screen.getAllByText("A check-in · 24 minutes")).toHaveLength(3);
});

test("a line whose length is over hours says nothing of it", () => {
  const { openedAt } = lineOf(0);
  renderWithWords(
    <PagedHistory {...{ base }} checkIns={[lineOf(0, { endedAt: openedAt + 12 * 3_600_000 })]} isEarlier next={null} />,
  );
  expect(screen.getByText("A check-in")).toBeTruthy();
});

test("a page leads on, and back to the newest, and says where it begins", () => {
  const page = renderWithWords(<PagedHistory {...{ base }} checkIns={[lineOf(0)]} isEarlier={false} next="1.a" />);
  const leads = () => screen.getAllByRole("link").map((link) => link.getAttribute("href"));
  expect(leads()).toContain(`${base}?before=1.a`);
  expect(leads()).not.toContain(base);
  page.rerender(<PagedHistory {...{ base }} checkIns={[]} isEarlier next={null} />);
  expect(screen.getByText("That is where it begins")).toBeTruthy();
  expect(leads()).toEqual([base]);
});
