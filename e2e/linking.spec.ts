import type { Browser, Page } from "@playwright/test";
import qrcode from "qrcode-generator";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import { sixWordsOn } from "./key-journeys";
import { comeFromElsewhere, fillDetails, fillSignIn, makePerson, readRecoveryCode, someone } from "./people";
import { expectAccessible } from "./watch-page";

const words = "Shall we try this, the two of us? Zitronenfalter.";

async function visitor(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await comeFromElsewhere(page);
  return page;
}

async function personIn(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await makePerson(page, someone(name));
  return page;
}

/** Makes an invitation by hand. Gives the link on the screen. */
async function invite(page: Page): Promise<string> {
  await page.goto("/us/invite");
  await page.getByRole("textbox", { name: "Your words" }).fill(words);
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await expect(page.getByRole("heading", { name: "Your invitation is ready" })).toBeVisible();
  return page.getByRole("textbox", { name: "Link" }).inputValue();
}

const codeOn = async (page: Page): Promise<string | null> =>
  page
    .getByRole("region", { name: "By code" })
    .getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    .textContent();

test("somebody without an account joins by a link, and its secret never reaches the server", async ({ browser }) => {
  const mara = await personIn(browser, "Mara");
  const sent: string[] = [];
  mara.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  const link = await invite(mara);
  const secret = new URL(link).hash.slice(1);
  expect(secret).toMatch(/^[\w-]{22}$/);
  await expect(mara.getByRole("figure").filter({ hasText: words })).toBeVisible();
  await expectAccessible(mara);

  const sam = await visitor(browser);
  sam.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await sam.goto(link);
  await expect(sam.getByRole("heading", { name: "Mara invites you" })).toBeVisible();
  await expect(sam.getByText(words)).toBeVisible();
  await expect(sam.getByRole("table", { name: "What each of you will see" })).toBeVisible();
  await expect(sam.getByRole("main").getByRole("link", { name: "Who runs this server" })).toBeVisible();
  await expectAccessible(sam);
  expect(new URL(sam.url()).hash).toBe("");

  await sam.getByRole("link", { name: "Join Mara" }).click();
  await fillDetails(sam, someone("Sam"));
  const recovery = await readRecoveryCode(sam);
  await sam.getByRole("button", { name: "I have it" }).click();
  await sam.getByRole("textbox", { name: "Recovery code" }).fill(recovery);
  await sam.getByRole("button", { name: "Make my account" }).click();
  await expect(sam.getByText(words)).toBeVisible();
  expect(new URL(sam.url()).hash).toBe("");
  await sam.getByRole("button", { name: "Join Mara" }).click();
  await sam.waitForURL("/us");
  // Mara did nothing: her page learned it by itself.
  await mara.waitForURL("/us");

  for (const mark of [secret, "Zitronenfalter"]) expect(sent.filter((each) => each.includes(mark))).toEqual([]);
  const third = await personIn(browser, "Lee");
  await third.goto(link);
  await expect(third.getByRole("heading", { name: "This invitation was used already" })).toBeVisible();
});

test("the camera finds the very same link, and a device that did not make it shows none", async ({ browser }) => {
  const mara = someone("Mara");
  const page = await (await browser.newContext()).newPage();
  await makePerson(page, mara);
  const link = await invite(page);
  const code = qrcode(0, "M");
  code.addData(link);
  code.make();
  const image = page.getByRole("img", { name: "QR code of the invitation's link" });
  await expect(image).toBeVisible();
  const drawn = await image.locator("path").getAttribute("d");
  const dark = Array.from({ length: code.getModuleCount() }, (_, y) =>
    Array.from({ length: code.getModuleCount() }, (_, x) => (code.isDark(y, x) ? `M${x + 4} ${y + 4}h1v1h-1z` : "")),
  );
  expect(drawn).toBe(dark.flat().join(""));

  await page.reload();
  await expect(page.getByRole("textbox", { name: "Link" })).toHaveValue(link);

  const laptop = await visitor(browser);
  await laptop.goto("/sign-in?next=/us/invite");
  await fillSignIn(laptop, mara);
  await expect(laptop.getByText("The link is on the device where you made it")).toBeVisible();
  await expect(laptop.getByRole("figure").filter({ hasText: words })).toBeVisible();
  expect(await codeOn(laptop)).toBe(await codeOn(page));

  await laptop.getByRole("button", { name: "Make a new invitation" }).click();
  await laptop.getByRole("button", { name: "Make the invitation" }).click();
  await expect(laptop.getByRole("textbox", { name: "Link" })).toBeVisible();
  // The first device learns that its link is of no use any more.
  await expect(page.getByText("The link is on the device where you made it")).toBeVisible();
  const sam = await visitor(browser);
  await sam.goto(link);
  await expect(sam.getByRole("heading", { name: "This invitation is closed" })).toBeVisible();
});

test("two join by a code that is read out, after both have the same six words", async ({ browser }) => {
  const mara = await personIn(browser, "Mara");
  await invite(mara);
  const code = (await codeOn(mara)) ?? "";
  const sam = await personIn(browser, "Sam");
  await sam.goto("/join");
  await expectAccessible(sam);
  const typed = sam.getByRole("textbox", { name: "Code" });
  await typed.fill("ABCD");
  await sam.getByRole("button", { name: "Find the invitation" }).click();
  await expect(sam.getByRole("alert").filter({ hasText: "eight letters and digits" })).toBeVisible();
  await typed.fill(code.toLowerCase().replace("-", " "));
  await sam.getByRole("button", { name: "Find the invitation" }).click();
  await expect(sam.getByRole("heading", { name: "Mara invites you" })).toBeVisible();
  await expect(sam.getByText(words)).toHaveCount(0);

  const asking = mara.getByRole("heading", { name: "Sam asks to join with your code" });
  await sam.getByRole("button", { name: "Ask Mara to let me in" }).click();
  await expect(asking).toBeVisible();
  expect(await sixWordsOn(sam)).toEqual(await sixWordsOn(mara));
  await expectAccessible(mara);
  await expectAccessible(sam);

  await mara.getByRole("button", { name: "That's not them" }).click();
  await expect(sam.getByText("Mara said that the words were not the same.")).toBeVisible();
  await expect(asking).toHaveCount(0);

  await sam.getByRole("button", { name: "Ask Mara to let me in" }).click();
  await mara.getByRole("button", { name: "That's them" }).click();
  await expect(sam.getByText("Mara knows that it's you")).toBeVisible();
  await expect(sam.getByText(words)).toBeVisible();
  await sam.getByRole("button", { name: "Join Mara" }).click();
  await sam.waitForURL("/us");
  await mara.waitForURL("/us");
});

test("an invitation that was taken back or ran out says so kindly, to both", async ({ browser, server }) => {
  const mara = await personIn(browser, "Mara");
  const sam = await visitor(browser);
  const first = await invite(mara);
  await sam.goto(first);
  await expect(sam.getByText(words)).toBeVisible();
  await mara.getByRole("button", { name: "Take it back" }).click();
  await mara.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  await expect(mara.getByRole("button", { name: "Make the invitation" })).toBeVisible();
  await sam.reload();
  await expect(sam.getByRole("heading", { name: "This invitation is closed" })).toBeVisible();

  const second = await invite(mara);
  const id = new URL(second).pathname.split("/").at(-1);
  await queryDatabase(server, `UPDATE "Invitation" SET "expiresAt" = now() WHERE "id" = $1`, [id]);
  await sam.goto(second);
  await expect(sam.getByRole("heading", { name: "This invitation has run out" })).toBeVisible();
  await expectAccessible(sam);
  await mara.reload();
  await expect(mara.getByText("Your last invitation ran out unanswered.")).toBeVisible();
});

test("this isn't for me: the inviter reads one calm line, and not now changes nothing", async ({ browser }) => {
  const mara = await personIn(browser, "Mara");
  const link = await invite(mara);
  const sam = await visitor(browser);
  await sam.goto(link);
  await sam.getByRole("link", { name: "Not now" }).click();
  await sam.waitForURL("/");
  await expect(mara.getByRole("heading", { name: "Your invitation is ready" })).toBeVisible();

  await sam.goto(link);
  await sam.getByRole("button", { name: "This isn't for me" }).click();
  await expect(sam.getByRole("dialog")).toContainText("The person you asked has said that it isn't for them now.");
  await sam.getByRole("dialog").getByRole("button", { name: "This isn't for me" }).click();
  await expect(sam.getByText("That's all right")).toBeVisible();
  await expect(mara.getByText("The person you asked has said that it isn't for them now.")).toBeVisible();
});

test("a link that lost its secret, or got another, leads on by six words", async ({ browser }) => {
  const mara = await personIn(browser, "Mara");
  const link = await invite(mara);
  const bare = link.split("#")[0] ?? "";
  const sam = await personIn(browser, "Sam");
  await sam.goto(bare);
  await expect(sam.getByText("The last part of the link is missing")).toBeVisible();
  await sam.goto(`${bare}?again#abc`);
  await expect(sam.getByText("The link does not fit this invitation")).toBeVisible();
  await sam.goto(`${bare}?another#AAAAAAAAAAAAAAAAAAAAAA`);
  await expect(sam.getByText("The link does not fit this invitation")).toBeVisible();
  await expect(sam.getByRole("button", { name: "Ask Mara to let me in" })).toBeVisible();
  expect(new URL(sam.url()).hash).toBe("");
});

test("one's own invitation, one for somebody linked, and none at all each have their own page", async ({
  browser,
  server,
}) => {
  const mara = await personIn(browser, "Mara");
  const link = await invite(mara);
  await mara.goto(link);
  await expect(mara.getByRole("heading", { name: "This is your own invitation" })).toBeVisible();

  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  await couple.sam.page.goto(link);
  await expect(couple.sam.page.getByRole("heading", { name: "You are linked already" })).toBeVisible();
  await couple.sam.page.goto("/us/invite");
  await couple.sam.page.waitForURL("/us");

  for (const nowhere of ["/join/0198c0de-0000-7000-8000-00000000dead", "/join/nothing", "/join/%00"]) {
    await mara.goto(nowhere);
    await expect(mara.getByRole("heading", { name: "There is no such invitation" })).toBeVisible();
  }
});

test("either unlinks alone, after reading what the other will read, and the other's page holds nothing any more", async ({
  browser,
  server,
}) => {
  const { coupleId, mara, sam } = await linkCouple(server, await browser.newContext(), await browser.newContext());
  await sam.page.goto("/you/unlink");
  await expect(sam.page.getByRole("heading", { name: "Unlink from Mara" })).toBeVisible();

  await mara.page.goto("/you/unlink");
  const preview = mara.page.getByRole("region", { name: "Sam sees" });
  await expect(preview).toContainText("You and Mara are not linked any more");
  await expectAccessible(mara.page);
  await mara.page.getByRole("button", { name: "Unlink" }).click();
  await mara.page.getByRole("dialog").getByRole("button", { name: "Stay linked" }).click();
  await mara.page.getByRole("button", { name: "Unlink" }).click();
  await mara.page.getByRole("dialog").getByRole("button", { name: "Unlink" }).click();
  await mara.page.waitForURL("/you/unlinked");
  await expect(mara.page.getByRole("heading", { name: "You are not linked with anyone" })).toBeVisible();
  await expectAccessible(mara.page);

  // Sam's page was still open, and does no harm: it is as they wished.
  await sam.page.getByRole("button", { name: "Unlink" }).click();
  await sam.page.getByRole("dialog").getByRole("button", { name: "Unlink" }).click();
  await sam.page.waitForURL("/you/unlinked");
  const [row] = await queryDatabase(
    server,
    `SELECT count(*)::int AS left FROM "Partner" WHERE "coupleId" = $1 AND "leftAt" IS NOT NULL`,
    [coupleId],
  );
  expect(row).toEqual({ left: 2 });
  await sam.page.goto("/us/invite");
  await expect(sam.page.getByRole("button", { name: "Make the invitation" })).toBeVisible();
});
