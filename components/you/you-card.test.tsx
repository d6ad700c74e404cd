import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { YouCard } from "./you-card";
import type { youParts } from "./you-parts";

const names = ["you", "us", "notices", "privacy", "access", "leave"] satisfies (keyof typeof youParts)[];
const ways = (isLinked: boolean) => {
  const page = renderWithWords(names.map((name) => <YouCard key={name} {...{ name, isLinked }} />));
  const hrefs = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
  page.unmount();
  return hrefs;
};

test("You shows somebody on their own no way to what takes two", () => {
  const all = ways(true);
  const own = ways(false);
  expect(all).toEqual(expect.arrayContaining(["/plan/hours", "/you/unlink"]));
  expect(all.filter((href) => !own.includes(href))).toEqual(["/plan/hours", "/you/unlink"]);
});
