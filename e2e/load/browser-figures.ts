import { chromium } from "@playwright/test";
import { startServer } from "@/e2e/start-server";
import config from "@/playwright.config";
import { floorPagesOf, phone, seedLife } from "./browser-life";
import { type Walked, walk, walkNames } from "./browser-walks";
import { startFloorSite } from "./floor-site";
import type { Started } from "./hand-off-figures";
import type { Side } from "./messages";
import { type ValueFigure, valueFigure } from "./value-figure";
import { watchFrames } from "./watch-frames";

/** No frame is longer, and patterns are open sooner. */
const promises = { frameMs: 100, openedMs: 2_000 } as const;

/**
 * A long life in a real Chromium: the list of 5,000 and the patterns of 1,000, on the production build, beside a bare page in the
 * same browser (see `startFloorSite`). They take turns, each in a fresh page.
 *
 * @param started grows by everything that has to be stopped afterwards, also after an error
 */
export async function measureBrowser(
  rounds: number,
  started: Started,
  tell: (line: string) => void,
): Promise<ValueFigure[]> {
  const server = await startServer();
  started.unshift({ stop: server.dispose });
  const browser = await chromium.launch(config.use?.launchOptions);
  started.unshift({ stop: () => browser.close() });
  tell("Lays down 5,000 check-ins of two people …");
  const life = await seedLife(browser, server);
  const site = await startFloorSite(await floorPagesOf(life));
  started.unshift(site);
  const bare = await browser.newContext({ baseURL: site.url, viewport: phone, locale: "en-GB" });
  await watchFrames(bare);
  const sides = {
    floor: { context: bare, lastLine: "/read/4999" },
    product: { context: life.phone, lastLine: life.lastLine },
  };

  const walked: Record<Side, Walked[]> = { floor: [], product: [] };
  // The first round of each warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const side of round % 2 === 1 ? (["floor", "product"] as const) : (["product", "floor"] as const)) {
      const page = await sides[side].context.newPage();
      const one = await walk(page, side, sides[side].lastLine);
      await page.close();
      if (round > 0) walked[side].push(one);
      tell(`browser, ${round === 0 ? "warms up" : `round ${round} of ${rounds}`}, ${side}: ${sentenceOf(one)}`);
    }
  }
  return figuresOf(walked);
}

function figuresOf(walked: Record<Side, readonly Walked[]>): ValueFigure[] {
  const valuesOf = (of: (one: Walked) => number) => ({ floor: walked.floor.map(of), product: walked.product.map(of) });
  const frames = walkNames.map((name) =>
    valueFigure(
      `longest frame while ${name}`,
      "ms",
      valuesOf((one) => one.frames[name] ?? Number.NaN),
      { ratio: 2, promise: promises.frameMs },
    ),
  );
  return [
    ...frames,
    valueFigure(
      "5,000 looked through",
      "ms",
      valuesOf(({ lookedMs }) => lookedMs),
      { ratio: 3 },
    ),
    valueFigure(
      "chips of 1,000 opened",
      "ms",
      valuesOf(({ openedInMs }) => openedInMs),
      {
        ratio: 3,
        promise: promises.openedMs,
      },
    ),
    valueFigure(
      "patterns of 1,000 fetched, opened, drawn",
      "ms",
      valuesOf(({ patternsMs }) => patternsMs),
      {
        ratio: 5,
        promise: promises.openedMs,
      },
    ),
  ];
}

const sentenceOf = ({ frames, lookedMs, patternsMs, openedInMs }: Walked) => {
  const longest = walkNames.map((name) => Math.round(frames[name] ?? Number.NaN)).join(", ");
  return `frames ${longest} ms, looked ${Math.round(lookedMs)} ms, patterns ${Math.round(patternsMs)} ms (opened in ${Math.round(openedInMs)} ms)`;
};
