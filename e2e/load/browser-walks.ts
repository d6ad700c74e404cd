import { expect, type Page } from "@playwright/test";
import { countLines, linesOf, readOnToTheEnd, turnTheWheel } from "@/e2e/long-list";
import { life } from "./browser-life";
import type { Side } from "./messages";
import { longestFrame, workOf } from "./watch-frames";

/** What each walk gives, in ms: the longest frame of a part of it, or how long it took. */
export const walkNames = [
  "5,000 come",
  "5,000 are read down",
  "5,000 scroll",
  "one comes back to 5,000",
  "5,000 are looked through",
  "patterns of 1,000 come",
] as const;
export type Walked = { frames: Record<string, number>; lookedMs: number; patternsMs: number; openedInMs: number };

/** One way through everything, the same on both sides wherever the pages are. `lastLine`: the address of the oldest check-in. */
export async function walk(page: Page, side: Side, lastLine: string): Promise<Walked> {
  const frames: Record<string, number> = {};
  await page.goto("/read");
  await expect(linesOf(page).first()).toBeVisible();
  await page.evaluate(async () => void (await document.fonts.ready));
  await longestFrame(page);
  const framesOf = async (name: string, work: Promise<unknown>) => {
    await work;
    frames[name] = await longestFrame(page);
  };
  await framesOf("5,000 come", readOnToTheEnd(page));
  await framesOf("5,000 are read down", countAll(page));
  await framesOf("5,000 scroll", turnTheWheel(page));
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const last = page.locator(`main section li a[href="${lastLine}"]`);
  await last.click();
  await expect(page.getByRole("heading", { name: side === "floor" ? "Beside" : "Something warm first" })).toBeVisible();
  await longestFrame(page);
  await framesOf("one comes back to 5,000", comeBack(page, last));
  await page.evaluate(() => window.scrollTo(0, 0));
  await begin[side].look(page);
  const looked = await workOf(page);
  frames["5,000 are looked through"] = await longestFrame(page);
  await begin[side].patterns(page);
  const gathered = await workOf(page);
  frames["patterns of 1,000 come"] = await longestFrame(page);
  if (side === "product") await expect(page.getByText("From your last 1,000 check-ins.")).toBeVisible();
  return { frames, lookedMs: looked.wholeMs, patternsMs: gathered.wholeMs, openedInMs: gathered.openedInMs };
}

async function countAll(page: Page): Promise<void> {
  const count = await countLines(page);
  if (count !== life.checkIns) throw new Error(`${count} lines instead of ${life.checkIns}`);
}

async function comeBack(page: Page, last: ReturnType<typeof linesOf>): Promise<void> {
  await page.goBack();
  await expect(last).toBeInViewport();
}

/** What is done by hand, up to where a worker begins. */
const begin: Record<Side, Record<"look" | "patterns", (page: Page) => Promise<void>>> = {
  floor: {
    look: (page) => page.click("#words"),
    patterns: (page) => page.click("#chips"),
  },
  product: {
    look: async (page) => {
      await page.getByRole("button", { name: "Find a check-in", exact: true }).click();
      await page.getByRole("searchbox", { name: "Words" }).fill("Lighthouse");
      await page.keyboard.press("Enter");
    },
    patterns: async (page) => {
      await expect(page.getByRole("region", { name: "What was found" }).getByText("One check-in found.")).toBeVisible();
      await page.goto("/read/patterns");
    },
  },
};
