import type { Page } from "@playwright/test";
import { linkCouple } from "./couples";
import { expect, test } from "./fixtures";
import { makePerson, someone } from "./people";
import { press } from "./press";
import { expectAccessible } from "./watch-page";

const inRoom = /\/check-in\/[0-9a-f-]{36}$/;

/** Where somebody sees nothing: the same answer as for a page that never was. */
async function expectNotFound(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing here for you to see" })).toBeVisible();
}

/** Both from the lobby to the end of the first page: each has told the other something warm, and one ends it kindly. */
async function toTheFirstWarmWords(mara: Page, sam: Page): Promise<void> {
  const both = async (name: string) => {
    await press(mara, name);
    await press(sam, name);
  };
  for (const name of ["I'm here", "I'm ready", "They sit right"]) await both(name);
  for (const page of [mara, sam]) {
    await page.getByRole("radio", { name: "Either is fine" }).check();
    await press(page, "Choose");
  }
  await mara.getByRole("textbox", { name: "A small thing" }).fill("You made tea on Tuesday.");
  await press(mara, "I'm done writing");
  await sam.getByRole("textbox", { name: "A small thing" }).fill("You sang in the kitchen.");
  await press(sam, "I'm done writing");
  await expect(mara.getByText("You sang in the kitchen.")).toBeVisible();
}

async function endKindly(page: Page): Promise<void> {
  await press(page, "Options");
  await press(page, "End kindly");
  await press(page, "End for today");
}

test("one opens a check-in from Us, the other sees it appear and joins; ended early, both read it again and nobody else does", async ({
  browser,
  server,
}) => {
  test.slow();
  const phone = { viewport: { width: 390, height: 844 } };
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const [mara, sam] = [couple.mara.page, couple.sam.page];
  await sam.goto("/us");
  await expect(sam.getByRole("heading", { name: "Shall we check in?" })).toBeVisible();
  await mara.goto("/us");
  await expectAccessible(mara);
  await mara.getByRole("radio", { name: "Apart" }).check();
  await mara.getByRole("button", { name: "Open a check-in" }).dblclick();
  await mara.waitForURL(inRoom);
  const checkInId = new URL(mara.url()).pathname.split("/").at(-1) ?? "";

  // Sam did nothing: the page learned it by itself.
  await expect(sam.getByRole("heading", { name: "Mara opened a check-in" })).toBeVisible();
  await expectAccessible(sam);
  await sam.goto(`/read/${checkInId}`);
  await sam.waitForURL(`/check-in/${checkInId}`);
  await sam.goto("/us");
  await sam.getByRole("link", { name: "Join" }).click();
  await sam.waitForURL(`/check-in/${checkInId}`);

  await toTheFirstWarmWords(mara, sam);
  await endKindly(sam);
  await expect(mara.getByRole("heading", { name: "This check-in ends here." })).toBeVisible();
  await mara.getByRole("link", { name: "Read it again" }).click();
  await mara.waitForURL(`/read/${checkInId}`);
  await sam.goto("/read");
  await expectAccessible(sam);
  await sam.getByRole("link", { name: /ended early, kindly/ }).click();
  for (const page of [mara, sam]) {
    await expect(page.getByRole("figure").filter({ hasText: "Mara" })).toContainText("You made tea on Tuesday.");
    await expect(page.getByRole("figure").filter({ hasText: "Sam" })).toContainText("You sang in the kitchen.");
    await expect(page.getByText("ended early, kindly")).toBeVisible();
    await expectAccessible(page);
  }
  await mara.goto("/us");
  await expect(mara.getByRole("heading", { name: "Last time" })).toBeVisible();
  await expectAccessible(mara);

  const stranger = await (await browser.newContext()).newPage();
  await makePerson(stranger, someone("Lee"));
  const others = await linkCouple(server, await browser.newContext(), await browser.newContext());
  for (const page of [stranger, others.mara.page]) await expectNotFound(page, `/read/${checkInId}`);
  await expectNotFound(others.mara.page, "/read/not-an-id");

  await mara.goto("/you/unlink");
  await press(mara, "Unlink");
  await mara.getByRole("dialog").getByRole("button", { name: "Unlink", exact: true }).click();
  await mara.waitForURL("/you/unlinked");
  // For 30 days both still read it (e2e/leave.spec.ts), and nobody else does.
  for (const page of [mara, sam]) {
    await page.goto(`/read/${checkInId}`);
    await page.waitForURL(new RegExp(`/read/before/[0-9a-f-]{36}/${checkInId}$`));
  }
  await expectNotFound(stranger, new URL(mara.url()).pathname);
  await sam.goto("/us");
  await expect(sam.getByText("You and Mara are not linked any more")).toBeVisible();
  await expectAccessible(sam);
});

test("both who open one at the same moment meet in the same one", async ({ browser, server }) => {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const pages = [couple.mara.page, couple.sam.page];
  await Promise.all(pages.map((page) => page.goto("/us")));
  await Promise.all(pages.map((page) => press(page, "Open a check-in")));
  await Promise.all(pages.map((page) => page.waitForURL(inRoom)));
  expect(new Set(pages.map((page) => new URL(page.url()).pathname)).size).toBe(1);
});

test("somebody who is not linked is told the ways to two, and a cursor that nobody made is the first page", async ({
  browser,
  server,
}) => {
  const alone = await (await browser.newContext()).newPage();
  await makePerson(alone, someone("Mara"));
  await alone.goto("/read");
  await alone.waitForURL("/us");
  await expect(alone.getByRole("link", { name: "Invite my partner" })).toHaveAttribute("href", "/us/invite");
  await expect(alone.getByRole("link", { name: "I have a code" })).toHaveAttribute("href", "/join");
  await expectAccessible(alone);

  const { mara } = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const id = "01890000-0000-7000-8000-000000000000";
  for (const before of ["x", "", `999999999999999.${id}`, `9999999999999.${id}`, `0.${id}`, "1.%00", "a&before=b"]) {
    const answer = await mara.page.goto(`/read?before=${before}`);
    expect(answer?.status(), before).toBe(200);
  }
  await mara.page.goto(`/read?before=999999999999999.${id}`);
  await expect(mara.page.getByText("Nothing to read yet")).toBeVisible();
  await expectAccessible(mara.page);
});
