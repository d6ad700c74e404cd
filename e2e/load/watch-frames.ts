import type { BrowserContext, Page } from "@playwright/test";

/**
 * From now on every page of `context` keeps its own record, as user timing: each frame (from one to the next, so whatever held it
 * up counts), and each piece of work that a worker did, from its start until what it found has been drawn.
 */
export async function watchFrames(context: BrowserContext): Promise<void> {
  // The tool that runs this file wraps named functions in a helper, which no page has.
  await context.addInitScript({ content: `globalThis.__name = (named) => named; (${keepRecord})();` });
}

/** Runs in the page. */
function keepRecord(): void {
  let last = performance.now();
  const tick = (now: number) => {
    performance.measure("frame", { start: last, end: Math.max(last, now) });
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      const start = performance.now();
      // How long a page took to come is not what its worker does to it.
      performance.clearMeasures("frame");
      this.addEventListener("message", ({ data }) => {
        if (data.state !== "done" && data.how !== "done") return;
        const drawn = () => performance.measure("work", { start, detail: data.openedInMs ?? null });
        requestAnimationFrame(() => requestAnimationFrame(drawn));
      });
    }
  };
}

/** The longest frame since the last asking, in ms. */
export const longestFrame = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    // The frame that is under way counts as well.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    const frames = performance.getEntriesByName("frame").map(({ duration }) => duration);
    performance.clearMeasures("frame");
    return Math.max(...frames);
  });

/** Waits until the page's worker is done and its findings are drawn. `openedInMs`: what opening alone took, where it tells. */
export async function workOf(page: Page): Promise<{ wholeMs: number; openedInMs: number }> {
  await page.waitForFunction(() => performance.getEntriesByName("work").length > 0, undefined, { timeout: 120_000 });
  return page.evaluate(() => {
    const work = performance.getEntriesByName("work").at(-1);
    const detail: unknown = work instanceof PerformanceMeasure ? work.detail : null;
    performance.clearMeasures("work");
    return { wholeMs: work?.duration ?? Number.NaN, openedInMs: Number(detail ?? Number.NaN) };
  });
}
