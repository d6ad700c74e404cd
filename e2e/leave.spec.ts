import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { type LinkedCouple, linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import { fillSignIn } from "./people";
import { inSheet, press } from "./press";
import { holdShort } from "./short-check-in";
import type { HeardServer } from "./start-server";
import { expectAccessible } from "./watch-page";

test.use({ actionTimeout: 15_000 });

const wordsOf = (name: string) => `Tea on Tuesday, says ${name}`;
const noteOf = (name: string) => `In winter too, says ${name}`;

const phone = { viewport: { width: 390, height: 844 } };

async function unlink(page: Page): Promise<void> {
  await page.goto("/you/unlink");
  await expectAccessible(page);
  await press(page, "Unlink");
  await inSheet(page, "Unlink");
  await page.waitForURL("/you/unlinked");
}

/** As if so many days had gone by since the unlink. */
const passDays = (server: HeardServer, { coupleId }: LinkedCouple, days: number) =>
  queryDatabase(server, `UPDATE "Couple" SET "unlinkedAt" = now() - make_interval(days => $2) WHERE "id" = $1`, [
    coupleId,
    days,
  ]);

/** Links the two anew under another key, as when one invites the other again. */
const linkAnew = (server: HeardServer, { coupleId }: LinkedCouple) =>
  queryDatabase(
    server,
    `WITH anew AS (INSERT INTO "Couple" ("id") VALUES ($1) RETURNING "id")
     INSERT INTO "Partner" ("coupleId", "seat", "personId", "sealedCoupleKey", "linkedPersonId")
     SELECT anew."id", p."seat", p."personId", p."sealedCoupleKey", p."personId" FROM anew, "Partner" p WHERE p."coupleId" = $2`,
    [randomUUID(), coupleId],
  );

test("unlinked, both read for 30 days and nothing else; then each their own words, and both can link anew", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const [mara, sam] = [couple.mara.page, couple.sam.page];
  const checkInId = await holdShort(server, couple, wordsOf);
  await sam.goto(`/read/${checkInId}`);
  await expect(sam.getByText(wordsOf("Mara"))).toBeVisible();
  await press(sam, "Write in the margin");
  await sam.getByLabel("A note in the margin").fill(noteOf("Sam"));
  await press(sam, "Leave it here");
  await expect(sam.getByRole("button", { name: "Take this note away" })).toBeVisible();

  await unlink(mara);
  await expectAccessible(mara);
  // Sam was reading: the very words are still there, and the page says until when.
  await sam.waitForURL(`/read/before/${couple.coupleId}/${checkInId}`);
  await expect(sam.getByText(wordsOf("Mara"))).toBeVisible();
  await expect(sam.getByText(/To read for both of you until \w+day, /)).toBeVisible();
  await expectAccessible(sam);
  await mara.getByRole("link", { name: "Read what was" }).click();
  await expect(mara.getByRole("heading", { name: "With Sam" })).toBeVisible();
  await expectAccessible(mara);
  await mara.getByRole("main").getByRole("link", { name: "Read", exact: true }).click();
  await mara.waitForURL(`/read/before/${couple.coupleId}`);
  await expectAccessible(mara);
  await mara.goto(`/read/${checkInId}`);
  await expect(mara.getByText(noteOf("Sam"))).toBeVisible();
  const room = await sam.goto(`/check-in/${checkInId}`);
  expect(room?.status()).toBe(404);

  // Sam leaves his words to Mara; she does not leave hers.
  await sam.goto("/you/unlinked");
  await sam.getByRole("checkbox", { name: "Leave my words to Mara" }).check();
  await expect(sam.getByText("Kept.")).toBeVisible();
  await passDays(server, couple, 31);
  await mara.goto(`/read/${checkInId}`);
  await expect(mara.getByText(wordsOf("Sam"))).toBeVisible();
  await expect(mara.getByText(/those that Sam left to you/)).toBeVisible();
  // Notes go with the days, whether or not the nightly job has come by.
  await expect(mara.getByText(noteOf("Sam"))).toHaveCount(0);
  await sam.goto(`/read/${checkInId}`);
  await expect(sam.getByText(wordsOf("Sam"))).toBeVisible();
  await expect(sam.getByText("These words are no longer kept for you.")).toBeVisible();
  await expect(sam.getByText(wordsOf("Mara"))).toHaveCount(0);
  await expectAccessible(sam);

  await linkAnew(server, couple);
  await sam.goto("/read");
  await expect(sam.getByText("Nothing to read yet")).toBeVisible();
  await sam.getByRole("link", { name: "Check-ins from before" }).click();
  await expect(sam.getByRole("heading", { name: "With Mara" })).toBeVisible();
});

test("words are taken back at the end or from the page, asked first, and gone for both at once", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const [mara, sam] = [couple.mara.page, couple.sam.page];
  const checkInId = await holdShort(server, couple, wordsOf);
  await expectAccessible(mara);
  await sam.goto(`/read/${checkInId}`);
  await expect(sam.getByText(wordsOf("Mara"))).toBeVisible();
  await press(mara, "Let my words go");
  await expectAccessible(mara);
  await inSheet(mara, "Leave them");
  await expect(sam.getByText(wordsOf("Mara"))).toBeVisible();
  await press(mara, "Let my words go");
  await inSheet(mara, "Take back");
  await expect(mara.getByText("Your words of this check-in are let go.")).toBeVisible();
  // Sam's page is open and learns it by itself.
  await expect(sam.getByText("Taken back by its author.")).toBeVisible();
  await expect(sam.getByText(wordsOf("Mara"))).toHaveCount(0);
  await expect(sam.getByText(wordsOf("Sam")).first()).toBeVisible();
  await press(sam, "Take back some of your words");
  await expectAccessible(sam);
  await press(sam, "Take this back");
  await inSheet(sam, "Take back");
  await expect(sam.getByText("Taken back by its author.")).toHaveCount(2);
  const rows = await queryDatabase(
    server,
    `SELECT "payload"::text AS text FROM "CheckInEvent" WHERE "checkInId" = $1`,
    [checkInId],
  );
  expect(rows.filter(({ text }) => String(text).includes('"c":'))).toEqual([]);
});

test("an account is deleted by its password, for good, and the other keeps their own words", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const [mara, sam] = [couple.mara.page, couple.sam.page];
  const checkInId = await holdShort(server, couple, wordsOf);
  await mara.goto("/you/delete");
  await expectAccessible(mara);
  await mara.getByLabel("Your password", { exact: true }).fill("not this one at all");
  await press(mara, "Delete my account");
  await inSheet(mara, "Delete my account");
  await expect(mara.getByText("This password does not fit.")).toBeVisible();
  await mara.getByLabel("Your password", { exact: true }).fill(couple.mara.password);
  await press(mara, "Delete my account");
  await inSheet(mara, "Delete my account");
  await mara.waitForURL("/deleted");
  await expectAccessible(mara);
  await mara.goto("/you");
  await mara.waitForURL(/\/sign-in/);
  await fillSignIn(mara, couple.mara);
  await expect(mara.getByText("That address and password do not belong together")).toBeVisible();

  await sam.goto("/us");
  await expect(sam.getByText("You and your former partner are not linked any more")).toBeVisible();
  await sam.goto(`/read/${checkInId}`);
  await expect(sam.getByText(wordsOf("Sam"))).toBeVisible();
  await expect(sam.getByText("These words are no longer kept for you.")).toBeVisible();
  await expectAccessible(sam);
});

test("how long words are kept is shortened by one after a question, and lengthened when both said yes", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const [mara, sam] = [couple.mara.page, couple.sam.page];
  await mara.goto("/you/keeping");
  await expectAccessible(mara);
  await mara.getByRole("radio", { name: /one year after its end/ }).check();
  await press(mara, "Make it shorter");
  await expectAccessible(mara);
  await inSheet(mara, "Make it shorter");
  await expect(mara.getByText("A check-in is kept one year after its end.")).toBeVisible();
  await sam.goto("/you/keeping");
  await expect(sam.getByText(/It was made shorter lately/)).toBeVisible();
  await sam.getByRole("radio", { name: /until one of you says otherwise/ }).check();
  await press(sam, "Ask Mara for it");
  // Mara's page is open and learns it by itself.
  await expect(mara.getByText(/Sam would like check-ins to be kept/)).toBeVisible();
  await expectAccessible(mara);
  await press(mara, "Yes, keep them longer");
  await expect(sam.getByText("A check-in is kept until one of you says otherwise.")).toBeVisible();
});
