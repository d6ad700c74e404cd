import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { linkCouple } from "@/e2e/couples";
import { queryDatabase } from "@/e2e/database";
import { arrive, land, tableOf } from "@/e2e/hold-check-in";
import { startServer } from "@/e2e/start-server";
import { expectAccessible, watchPage } from "@/e2e/watch-page";

/*
 * Two people five or six hours apart plan while Berlin's clocks change (28 March 2027, 02:00): a week before, when New York has
 * changed and Berlin has not, and a week after, when both have. The server's clock and both browsers' say the day of the story.
 */
const weeks = [
  {
    title: "a week before Berlin's clocks change",
    now: "2027-03-21T17:00:00Z",
    // The Saturday lies before the change, the Sunday after it: the same wall time in Berlin is another hour in New York.
    asks: [
      { date: "2027-03-27", time: "19:30", forSam: "14:30" },
      { date: "2027-03-28", time: "19:30", forSam: "13:30" },
    ],
    instead: { date: "2027-03-27", time: "16:00", forMara: "21:00", at: "2027-03-27T20:00:00Z" },
  },
  {
    title: "a week after Berlin's clocks changed",
    now: "2027-04-04T17:00:00Z",
    asks: [
      { date: "2027-04-10", time: "19:30", forSam: "13:30" },
      { date: "2027-04-11", time: "19:30", forSam: "13:30" },
    ],
    instead: { date: "2027-04-11", time: "15:00", forMara: "21:00", at: "2027-04-11T19:00:00Z" },
  },
];

type Shifted = Awaited<ReturnType<typeof startAt>>;

/** A server whose clock can be set: it starts again on another day, its data the same. */
async function startAt(now: string) {
  const env = { TRUST_PROXY: "yes", NODE_OPTIONS: "--import ./e2e/shifted-clock.mjs", CLOCK_SHIFT_MS: shiftTo(now) };
  const server = await startServer(env);
  const setClock = async (to: string) => {
    env.CLOCK_SHIFT_MS = shiftTo(to);
    await server.stop();
    await server.start();
  };
  return { server, setClock };
}

const test = base.extend<{ shifted: (now: string) => Promise<Shifted> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern
  shifted: async ({}, use) => {
    const started: Shifted[] = [];
    await use(async (now) => {
      const one = await startAt(now);
      started.push(one);
      return one;
    });
    for (const { server } of started) await server.dispose();
  },
});

const shiftTo = (instant: string) => `${Date.parse(instant) - Date.now()}`;

const openIn = (browser: Browser, baseURL: string, timezoneId: string) =>
  browser.newContext({ baseURL, timezoneId, viewport: { width: 390, height: 844 } });

const fillTime = async (page: Page, which: string, { date, time }: { date: string; time: string }) => {
  const group = page.getByRole("group", { name: which });
  await group.getByLabel("Day").fill(date);
  await group.getByLabel("Time").fill(time);
};

for (const { title, now, asks, instead } of weeks) {
  test(`two in two zones ask, name another time, say yes and meet in the lobby, ${title}`, async ({
    browser,
    shifted,
  }) => {
    test.setTimeout(240_000);
    const { server, setClock } = await shifted(now);
    const contexts = [
      await openIn(browser, server.url, "Europe/Berlin"),
      await openIn(browser, server.url, "America/New_York"),
    ] as const;
    const couple = await linkCouple(server, ...contexts);
    const [mara, sam] = [couple.mara.page, couple.sam.page];
    const quiet = [watchPage(mara, server.url), watchPage(sam, server.url)];
    const clockSays = async (instant: string) => {
      for (const page of [mara, sam]) await page.clock.setFixedTime(instant);
    };
    for (const page of [mara, sam]) page.setDefaultTimeout(20_000);
    await clockSays(now);
    for (const page of [sam, mara]) {
      await page.goto("/plan");
      await expect(page.getByRole("heading", { name: "Plan", exact: true })).toBeVisible();
      await expect(page.getByText("Nothing is planned yet.")).toBeVisible();
    }
    await expect
      .poll(async () =>
        (await queryDatabase(server, `SELECT "zone" FROM "Person" ORDER BY "zone"`)).map(({ zone }) => zone),
      )
      .toEqual(["America/New_York", "Europe/Berlin"]);

    await mara.goto("/plan/ask");
    await mara.getByRole("button", { name: "Offer one more time" }).click();
    const [saturday, sunday] = asks;
    await fillTime(mara, "Time 1", saturday ?? instead);
    await fillTime(mara, "Time 2", sunday ?? instead);
    await mara.getByRole("textbox", { name: "Your words" }).fill("Nothing is wrong. I would love to feel close.");
    await expectAccessible(mara, "asking");
    await mara.getByRole("button", { name: "Ask Sam" }).click();
    await expect(mara.getByRole("heading", { name: "It is on its way to Sam" })).toBeVisible();

    await expect(sam.getByRole("heading", { name: "Mara would like a check-in with you" })).toBeVisible();
    await expect(sam.getByText("Nothing is wrong. I would love to feel close.")).toBeVisible();
    for (const { time, forSam } of asks) {
      await expect(sam.getByText(`${time} for Mara · ${forSam} for you`).first()).toBeVisible();
    }
    await expectAccessible(sam, "being asked");
    await sam.getByRole("link", { name: "Yes, another time" }).click();
    await fillTime(sam, "Day and time", instead);
    await expect(sam.getByText(`${instead.forMara} for Mara · ${instead.time} for you`).first()).toBeVisible();
    await sam.getByRole("button", { name: "Offer Mara this time" }).click();
    await expect(sam.getByRole("heading", { name: "Mara sees your time now" })).toBeVisible();

    await mara.goto("/plan");
    await expect(mara.getByRole("heading", { name: "Sam says yes, at another time" })).toBeVisible();
    await expect(mara.getByText(`${instead.time} for Sam · ${instead.forMara} for you`).first()).toBeVisible();
    await mara.getByRole("button", { name: /^Yes/ }).first().click();
    for (const page of [mara, sam]) {
      await page.goto("/plan");
      await expect(page.getByText("You two planned", { exact: false })).toBeVisible();
      await expect(page.getByText("Nothing is planned yet.")).toHaveCount(0);
    }

    // Ten minutes before, the lobby is open for both.
    await sam.goto("/us");
    await expect(sam.getByText("The lobby opens ten minutes before.")).toBeVisible();
    const tenBefore = new Date(Date.parse(instead.at) - 9 * 60_000).toISOString();
    // Away from the server meanwhile: a line that breaks with it is said in a console, which is listened to.
    for (const page of [mara, sam]) await page.goto("about:blank");
    await setClock(tenBefore);
    await clockSays(tenBefore);
    for (const page of [mara, sam]) {
      await page.goto("/us");
      await expect(page.getByText(/^The lobby is open/)).toBeVisible();
    }
    await expectAccessible(mara, "the lobby's door");
    await mara.getByRole("button", { name: "Go to the lobby" }).click();
    await mara.waitForURL(/\/check-in\//);
    // Sam comes by the same door, and finds the same check-in.
    await sam.goto("/us");
    await sam.getByRole("link", { name: "Join", exact: true }).click();
    await sam.waitForURL(mara.url());
    await arrive(tableOf(couple));
    await land(tableOf(couple));
    await expect(mara.getByText("One voice at a time.").first()).toBeVisible();
    for (const page of quiet) page.expectQuiet();
    for (const context of contexts) await context.close();
  });
}
