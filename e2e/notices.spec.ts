import { randomUUID } from "node:crypto";
import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import { press } from "./press";
import type { HeardServer } from "./start-server";
import { expectAccessible } from "./watch-page";

const phone = { viewport: { width: 390, height: 844 } };
const zoneOf = (server: HeardServer, email: string, zone: string) =>
  queryDatabase(server, `UPDATE "Person" SET "zone" = $2 WHERE "email" = $1`, [email, zone]);
const byMail = (page: Page) => page.getByRole("switch", { name: "By mail", exact: true });

test("how one is told is kept at once, seen on another device as it changes, and stays the person's own", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext(phone);
  const { mara, sam } = await linkCouple(server, context, await browser.newContext());
  await zoneOf(server, mara.email, "Europe/Berlin");
  await mara.page.goto("/you");
  await mara.page.getByRole("link", { name: "Choose notices" }).click();
  await expect(mara.page.getByText("This server sends no mail yet. Whoever runs it can turn it on.")).toBeVisible();
  await expect(mara.page.getByText("By the clock in Berlin.")).toBeVisible();
  await expectAccessible(mara.page, "notices");

  const other = await (await browser.newContext({ storageState: await context.storageState() })).newPage();
  await other.goto("/you/notices");
  await expect(byMail(other)).toBeChecked();
  await byMail(mara.page).uncheck();
  await mara.page.getByLabel("Remind me").selectOption("3 hours before");
  await mara.page.getByLabel("From", { exact: true }).fill("23:30");
  await mara.page.getByLabel("Until", { exact: true }).focus();
  await mara.page.getByLabel("What your calendar shows").fill("Tea");
  await press(mara.page, "Keep this title");

  // Nobody did anything there: the page learned it by itself.
  await expect(byMail(other)).not.toBeChecked();
  await expect(other.getByLabel("Remind me")).toHaveValue("180");
  await expect(other.getByLabel("From", { exact: true })).toHaveValue("23:30");
  await expect(other.getByLabel("What your calendar shows")).toHaveValue("Tea");
  await sam.page.goto("/you/notices");
  await expect(byMail(sam.page)).toBeChecked();
  await expect(sam.page.getByLabel("What your calendar shows")).toHaveValue("Time for us");

  // Without a line nothing is kept, and the switch says what holds.
  await context.setOffline(true);
  await byMail(mara.page).click();
  await expect(mara.page.getByText("We could not reach the server.")).toBeVisible();
  await expect(byMail(mara.page)).not.toBeChecked();
  await context.setOffline(false);
  await mara.page.reload();
  await expect(byMail(mara.page)).not.toBeChecked();
  await sam.page.goto("/you/privacy");
  await expect(sam.page.getByRole("rowheader", { name: "Your free hours" })).toBeVisible();
  await expectAccessible(sam.page, "privacy");
});

/** No push service is reachable from a test: the browser's part of the subscription is played, the worker is the real one. */
async function playPushService(context: BrowserContext, endpoint: string): Promise<void> {
  await context.grantPermissions(["notifications"]);
  await context.addInitScript((address) => {
    const keys = { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) };
    const subscription = {
      endpoint: address,
      toJSON: () => ({ endpoint: address, expirationTime: null, keys }),
      unsubscribe: async () => sessionStorage.removeItem("subscribed"),
    };
    const own = () => (sessionStorage.getItem("subscribed") === null ? null : subscription);
    Object.assign(PushManager.prototype, {
      getSubscription: async () => own(),
      subscribe: async () => {
        sessionStorage.setItem("subscribed", "yes");
        return subscription;
      },
    });
  }, endpoint);
}

const keys = { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) };

/** As the worker asks when its browser has renewed a subscription. @returns the status */
const renew = async (request: APIRequestContext, endpoint: string, replaces: string) =>
  (await request.post("/api/push", { data: { subscription: { endpoint, keys }, replaces } })).status();

const workersOf = (page: Page) =>
  page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ active }) => new URL(active?.scriptURL ?? "").pathname),
  );
const shownOn = (page: Page) =>
  page.evaluate(async () =>
    (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, data }) => [title, data.path]),
  );

test("a device is told only once its person has pressed for it, shows no more than generic words, and is quiet after sign-out", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext(phone);
  const endpoint = `https://push.heard.example/${randomUUID()}`;
  await playPushService(context, endpoint);
  const { mara } = await linkCouple(server, context, await browser.newContext());
  const { page } = mara;
  const subscribed = () =>
    queryDatabase(server, `SELECT "sessionId" IS NOT NULL AS own FROM "PushSubscription" WHERE "endpoint" = $1`, [
      endpoint,
    ]);
  const here = page.getByRole("switch", { name: "On this device" });

  await page.goto("/you/notices");
  await expect(here).toBeEnabled();
  expect(await workersOf(page)).toEqual([]);
  await here.check();
  await expect.poll(subscribed).toEqual([{ own: true }]);
  expect(await workersOf(page)).toEqual(["/notices-worker.js"]);
  const file = await page.request.get("/notices-worker.js");
  expect(file.headers()).toMatchObject({
    "cache-control": "no-cache",
    "service-worker-allowed": "/",
    "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'",
  });

  const cdp = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [own] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (own) resolve(own.registrationId);
    });
  });
  await cdp.send("ServiceWorker.enable");
  const registrationId = await registered;
  const deliver = (data: string) =>
    cdp.send("ServiceWorker.deliverPushMessage", { origin: server.url, registrationId, data });
  await deliver('{"text":"You have something at 19:30","path":"/plan"}');
  await expect.poll(() => shownOn(page)).toEqual([["You have something at 19:30", "/plan"]]);
  await deliver("what nobody can read");
  await expect
    .poll(async () => (await shownOn(page)).sort())
    .toEqual([
      ["Something waits for you", "/us"],
      ["You have something at 19:30", "/plan"],
    ]);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);

  // A subscription that the browser renewed takes the old one's place, for whoever is signed in there and nobody else.
  const renewed = `${endpoint}/renewed`;
  expect(await renew(page.request, renewed, endpoint)).toBe(200);
  expect(await subscribed()).toEqual([]);
  expect(await renew(page.request, endpoint, renewed)).toBe(200);
  expect(await subscribed()).toEqual([{ own: true }]);
  const stranger = await browser.newContext();
  expect(await renew(stranger.request, renewed, endpoint)).toBe(401);
  expect(await subscribed()).toEqual([{ own: true }]);

  await page.reload();
  await expect(here).toBeChecked();
  await here.uncheck();
  await expect.poll(subscribed).toEqual([]);
  await expect.poll(() => workersOf(page)).toEqual([]);

  await here.check();
  await expect.poll(subscribed).toEqual([{ own: true }]);
  await page.goto("/you");
  await press(page, "Sign out here");
  await page.waitForURL("/sign-in");
  expect(await workersOf(page)).toEqual([]);
});

/** What a calendar program gets: no cookie, nothing but the address. */
async function readCalendar(address: string) {
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) return { status: response.status, summaries: [] };
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return { status: 200, summaries: events.map((event) => event.getFirstPropertyValue("summary")) };
}

test("a calendar reads a private address with the person's own title, until it is made anew or taken away", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const { page } = couple.mara;
  await queryDatabase(
    server,
    `INSERT INTO "PlannedCheckIn" ("id", "coupleId", "guideId", "minutes", "zone", "startsAt", "status", "createdAt", "changedAt")
     VALUES ($1, $2, 'standard', 30, 'Europe/Berlin', now() + interval '2 days', 'planned', now(), now())`,
    [randomUUID(), couple.coupleId],
  );
  await page.goto("/you/calendar");
  await expect(page.getByText("There is no address yet.")).toBeVisible();
  await expectAccessible(page, "calendar, no address");
  await press(page, "Make a private address");
  const field = page.getByRole("textbox", { name: "Private address" });
  const first = await field.inputValue();
  await expect(page.getByRole("link", { name: "Open in a calendar program" })).toHaveAttribute(
    "href",
    first.replace("http:", "webcal:"),
  );
  await expectAccessible(page, "calendar, fresh address");
  expect(await readCalendar(first)).toEqual({ status: 200, summaries: ["Time for us"] });
  await page.reload();
  await expect(page.getByText("An address stands.")).toBeVisible();
  expect(await page.content()).not.toContain(new URL(first).pathname);

  await press(page, "Make a new one");
  await expect(page.getByRole("dialog")).toContainText("The address before stops at once.");
  await page.getByRole("dialog").getByRole("button", { name: "Make a new one" }).click();
  await expect(field).not.toHaveValue(first);
  const second = await field.inputValue();
  expect((await readCalendar(first)).status).toBe(404);
  expect((await readCalendar(second)).status).toBe(200);

  await press(page, "Take it away");
  await page.getByRole("dialog").getByRole("button", { name: "Take it away" }).click();
  await expect(page.getByText("The address is gone.").first()).toBeVisible();
  expect((await readCalendar(second)).status).toBe(404);

  // One check-in alone, from the plan: a file for either of the two.
  await page.goto("/plan");
  const path = await page.getByRole("link", { name: /^Calendar file: / }).getAttribute("href");
  const file = await couple.sam.page.request.get(path ?? "");
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect((await fetch(`${server.url}${path}`)).status).toBe(404);
});

/** A notice that is due now, as the plan leaves it behind; without a mail server it is held for whoever runs the server. */
async function awaitHeldMail(server: HeardServer, coupleId: string, email: string) {
  await queryDatabase(
    server,
    `WITH notice AS (
       INSERT INTO "Notice" ("id", "personId", "coupleId", "channel", "kind", "subject", "detail", "dueAt")
       SELECT gen_random_uuid(), "id", $1, 'mail', 'rhythmEnded', 'rhythmEnded/1', $3::jsonb, now()
       FROM "Person" WHERE "email" = $2 RETURNING "id"
     ) SELECT graphile_worker.add_job('sendNotice', json_build_object('noticeId', "id")) FROM notice`,
    [coupleId, email, JSON.stringify({ rhythmId: randomUUID() })],
  );
  const held = () => queryDatabase(server, `SELECT "raw" FROM "HeldMail" WHERE "to" = $1`, [email]);
  await expect.poll(async () => (await held()).length).toBe(1);
  const [row] = await held();
  return simpleParser(String(row?.raw));
}

test("mails end by the button that their link leads to, signed in or not; a forged link ends nothing", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const { mara, coupleId } = couple;
  await queryDatabase(
    server,
    `INSERT INTO "NoticeSettings" ("personId", "quietFrom", "quietUntil")
     SELECT "id", NULL, NULL FROM "Person" WHERE "email" = $1`,
    [mara.email],
  );
  const mail = await awaitHeldMail(server, coupleId, mara.email);
  const link = /https?:\/\/\S+\/unsubscribe\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
  const { pathname } = new URL(link);
  await mara.page.goto("/you/notices");
  await expect(byMail(mara.page)).toBeChecked();

  const stranger = await (await browser.newContext(phone)).newPage();
  const forged = pathname.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  expect((await stranger.goto(forged))?.status()).toBe(404);
  expect((await stranger.request.post(`/api${forged}`)).status()).toBe(404);
  // Whatever fetches links ahead, at our page or at the address of the mail's header, ends nothing.
  await stranger.request.get(`/api${pathname}`);
  await stranger.goto(pathname);
  await mara.page.reload();
  await expect(byMail(mara.page)).toBeChecked();
  await expectAccessible(stranger, "unsubscribe");
  await stranger.getByRole("main").getByRole("button").first().click();
  await stranger.waitForURL(/done=1/);
  await mara.page.reload();
  await expect(byMail(mara.page)).not.toBeChecked();
});

test("a browser in another zone asks and never switches by itself; another zone can be chosen from all", async ({
  browser,
  server,
}) => {
  const inNewYork = await browser.newContext({ ...phone, timezoneId: "America/New_York" });
  const { mara } = await linkCouple(server, inNewYork, await browser.newContext());
  await zoneOf(server, mara.email, "Europe/Berlin");
  const { page } = mara;
  await page.goto("/you/zone");
  await expect(page.getByText("Told by the clock in Berlin")).toBeVisible();
  await expect(page.getByRole("heading", { name: "You seem to be in New York" })).toBeVisible();
  await expectAccessible(page, "zone");
  await press(page, "Keep Berlin");
  await page.reload();
  await expect(page.getByText("Told by the clock in Berlin")).toBeVisible();
  await expect(page.getByRole("heading", { name: "You seem to be in New York" })).toBeHidden();
  await press(page, "Choose another zone");
  await page.getByLabel("Time zone").selectOption("Pacific/Auckland");
  await press(page, "Use this zone");
  await expect(page.getByText(/^Told by the clock in Auckland/)).toBeVisible();
  await page.goto("/you");
  await expect(page.getByText("Now the clock in Auckland.")).toBeVisible();
  expect(await queryDatabase(server, `SELECT "zone" FROM "Person" WHERE "email" = $1`, [mara.email])).toEqual([
    { zone: "Pacific/Auckland" },
  ]);
});
