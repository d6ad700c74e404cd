import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import type { HeardServer } from "./start-server";

const phone = { viewport: { width: 390, height: 844 }, timezoneId: "Europe/Berlin" };
const pages = ["/us", "/plan", "/plan/ask", "/plan/rhythm", "/plan/hours", "/you", "/you/notices", "/you/unlink"];
const hour = 3_600_000;

/** Sam asks for a time, and another one is planned: every card of planning names somebody. */
const fillPlan = (server: HeardServer, coupleId: string) =>
  queryDatabase(
    server,
    `WITH asked AS (INSERT INTO "Proposal" ("id", "coupleId", "seat", "guideId", "minutes", "times", "zone", "createdAt",
         "lapsesAt", "status", "openCoupleId")
       VALUES ($1, $2, 'B', 'standard', 30, ARRAY[$3::timestamptz], 'Europe/Berlin', now(), $3, 'open', $2))
     INSERT INTO "PlannedCheckIn" ("id", "coupleId", "guideId", "minutes", "zone", "startsAt", "status", "createdAt",
       "changedAt")
     VALUES ($4, $2, 'standard', 30, 'Europe/Berlin', $5, 'planned', now(), now())`,
    [randomUUID(), coupleId, new Date(Date.now() + 30 * hour), randomUUID(), new Date(Date.now() + 20 * hour)],
  );

const spillOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("a name of forty letters and an address of sixty widen no page on a phone, at twice the text size neither", async ({
  browser,
  server,
}) => {
  const { coupleId, mara, sam } = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const address = `${"a".repeat(20)}.${randomUUID().slice(0, 8)}${"b".repeat(19)}@example.org`;
  await queryDatabase(server, `UPDATE "Person" SET "name" = $2 WHERE "email" = $1`, [sam.email, "W".repeat(40)]);
  await queryDatabase(server, `UPDATE "Person" SET "email" = $2 WHERE "email" = $1`, [mara.email, address]);
  await fillPlan(server, coupleId);
  for (const path of pages) {
    await mara.page.goto(path);
    await expect(mara.page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await spillOf(mara.page), path).toBe(0);
    await mara.page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await spillOf(mara.page), `${path}, 200 %`).toBe(0);
  }
});
