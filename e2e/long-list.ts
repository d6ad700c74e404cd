import type { Page } from "@playwright/test";
import type { PastCheckIn } from "./past-check-ins";

/*
 * A long life, and ways through the list of it. All of them run in the page itself, frame by frame: to ask thousands of lines from
 * outside takes longer than any frame of theirs.
 */

const hour = 3_600_000;
const day = 24 * hour;

/** The n-th back from yesterday, three a day. */
export const pastOf = (n: number, change: Partial<PastCheckIn["words"]> = {}): PastCheckIn => ({
  at: Math.floor((Date.now() - day) / hour) * hour - n * 8 * hour,
  words: {
    moment: `Evening number ${n}.`,
    feelings: ["lonely", "tired"],
    topic: n % 3 === 0 ? "chores" : "work",
    reflection: `You were there on evening ${n}.`,
    leaving: "calm and close",
    ...change,
  },
});

/** The lines that are drawn now. */
export const linesOf = (page: Page) => page.locator('main section li a[href^="/read/"]');

/** Down to the beginning of it all, as fast as the list comes. */
export const readOnToTheEnd = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    while (document.querySelector('a[href^="/read?before="]')) {
      window.scrollTo(0, document.body.scrollHeight);
      await new Promise(requestAnimationFrame);
    }
  });

/** How many lines there are, read down from the top: each is counted while it is near the screen. */
export const countLines = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const seen = new Set<string>();
    for (let y = 0; y < document.body.scrollHeight; y += 2_000) {
      window.scrollTo(0, y);
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      for (const line of document.querySelectorAll('main section li a[href^="/read/"]')) {
        seen.add(line.getAttribute("href") ?? "");
      }
    }
    return seen.size;
  });

/** Turns the wheel up and down, far enough that what is near changes all the time; and waits until the page is still. */
export async function turnTheWheel(page: Page): Promise<void> {
  await page.mouse.move(195, 400);
  for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, turn % 20 < 10 ? -2_500 : 2_500);
  await page.evaluate(async () => {
    for (let still = 0, y = -1; still < 20; still = window.scrollY === y ? still + 1 : 0) {
      y = window.scrollY;
      await new Promise(requestAnimationFrame);
    }
  });
}
