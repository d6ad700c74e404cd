import { test as base } from "@playwright/test";
import { type HeardServer, startServer } from "@/e2e/start-server";

/** Playwright's `test`, with one production server for all stories of a worker; `page.goto("/")` goes to it. */
export const test = base.extend<object, { server: HeardServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern
    async ({}, use) => {
      // Browsers come from network addresses of their own (`comeFromElsewhere`), or all stories would share one's tries.
      const server = await startServer({ TRUST_PROXY: "yes" });
      await use(server);
      await server.dispose();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
});

export { expect } from "@playwright/test";
