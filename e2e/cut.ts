import type { BrowserContext, Page, Request } from "@playwright/test";

/** Whether the tab dies before its question reaches the server, or after the server has answered and before the page hears it. */
export type Cut = { nth: number; when: "before" | "after" };

/** What a journey asks of the server: pages, actions and routes; not programs, pictures, the live line and what is fetched ahead. */
const isQuestion = (request: Request): boolean => {
  const { pathname } = new URL(request.url());
  const { purpose, "next-router-prefetch": ahead } = request.headers();
  const isBeside = ["/_next/", "/socket.io", "/icon.svg"].some((start) => pathname.startsWith(start));
  return !isBeside && purpose !== "prefetch" && ahead === undefined;
};

/**
 * Goes a journey in a tab that is killed at its nth question.
 *
 * @returns what it asked, in order; `finished` when there were fewer questions than that
 */
async function goUntilCut(
  context: BrowserContext,
  cut: Cut | null,
  journey: (page: Page) => Promise<void>,
): Promise<{ asked: string[]; finished: boolean }> {
  const page = await context.newPage();
  const asked: string[] = [];
  let killed = false;
  await page.route("**/*", async (route) => {
    const request = route.request();
    if (!isQuestion(request)) return route.continue();
    asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
    if (killed || asked.length !== cut?.nth) return route.continue().catch(() => undefined);
    killed = true;
    // The server does all of it; the tab is gone before it hears.
    if (cut.when === "after") await route.fetch({ maxRedirects: 0 });
    // Aborted first: a question that is still held when its tab closes is let through by the browser, a moment too late.
    await Promise.all([route.abort(), page.close()]);
  });
  try {
    await journey(page);
  } catch (error) {
    if (!killed) throw error;
  }
  const finished = !killed;
  if (finished) await page.close();
  return { asked, finished };
}

/** Cuts a journey at each of its questions, both ways, one after the other; `after` looks what is left each time. */
export async function cutEverywhere(
  context: BrowserContext,
  journey: (page: Page) => Promise<void>,
  after: (cut: Cut, asked: readonly string[]) => Promise<void>,
): Promise<string[]> {
  for (let nth = 1; ; nth += 1) {
    for (const when of ["before", "after"] as const) {
      const { asked, finished } = await goUntilCut(context, { nth, when }, journey);
      await after({ nth, when }, asked);
      if (finished) return asked;
    }
  }
}
