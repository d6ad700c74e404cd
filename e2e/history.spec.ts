import type { Page } from "@playwright/test";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import { countLines, linesOf, pastOf, readOnToTheEnd, turnTheWheel } from "./long-list";
import { addPastCheckIns } from "./past-check-ins";
import { expectAccessible, watchPage } from "./watch-page";

// A trace draws the whole page into a file after every step, which takes long with lists of thousands.
test.use({ trace: "off" });

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("5,000 check-ins are read on without an end, few of them drawn at a time, and looked through for a word", async ({
  browser,
  server,
}) => {
  test.slow();
  const couple = await linkCouple(
    server,
    await browser.newContext({ viewport: { width: 390, height: 844 } }),
    await browser.newContext(),
  );
  const { page } = couple.mara;
  const many = Array.from({ length: 5_000 }, (_, n) =>
    pastOf(n, n === 4_321 ? { moment: "We stood at the lighthouse." } : {}),
  );
  const ids = await addPastCheckIns(server, couple, many);
  await queryDatabase(
    server,
    `UPDATE "CheckInEvent" SET "payload" = jsonb_set("payload", '{words,c}', '"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"')
     WHERE "checkInId" = $1 AND "type" = 'reflected'`,
    [ids[7]],
  );
  const watched = watchPage(page, server.url);
  await page.goto("/read");
  await expect(page.getByRole("link", { name: /A check-in/ }).first()).toBeVisible();
  await readOnToTheEnd(page);
  await expect(page.getByText("That is where it begins.")).toBeVisible();
  expect(await countLines(page)).toBe(5_000);
  expect(await linesOf(page).count()).toBeLessThan(300);
  await turnTheWheel(page);
  expect(await linesOf(page).count()).toBeLessThan(300);

  // Come back from one of them: the list is as it was, and where it was.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const last = page.locator(`main section li a[href="/read/${ids[4_999]}"]`);
  await last.click();
  await expect(page.getByRole("heading", { name: "Something warm first" })).toBeVisible();
  await page.goBack();
  await expect(last).toBeInViewport();
  await expect(page.getByText("That is where it begins.")).toBeVisible();
  expect(await linesOf(page).count()).toBeLessThan(300);

  await page.evaluate(() => window.scrollTo(0, 0));
  await press(page, "Find a check-in");
  await page.getByRole("searchbox", { name: "Words" }).fill("Lighthouse");
  // Found by its place: whoever asks for it by its text reads all of the list.
  const found = page.locator('section[aria-label="What was found"]');
  await page.keyboard.press("Enter");
  await expect(found.locator("progress")).toBeVisible();
  await expect(found.getByText(/^[\d,]+ of 5,?000 looked through$/)).toBeVisible();
  await expect(found.getByText("One check-in found.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("One check-in has words that could not be opened. They are still there.")).toBeVisible();
  await expectAccessible(page, "what was found");
  await page.getByRole("link", { name: /We stood at the lighthouse/ }).click();
  await page.waitForURL(`/read/${ids[4_321]}`);
  await page.getByRole("button", { name: "Next page" }).click();
  await expect(page.getByText("We stood at the lighthouse.")).toBeVisible();
  watched.expectQuiet();
});

test("an agreement is asked about at home, changed by two yeses and let go by one", async ({ browser, server }) => {
  const couple = await linkCouple(
    server,
    await browser.newContext(),
    await browser.newContext({ viewport: { width: 390, height: 844 } }),
  );
  const [mara, sam] = [couple.mara.page, couple.sam.page];
  await addPastCheckIns(server, couple, [pastOf(30, { wish: "A walk on Sunday?" })]);
  await mara.goto("/us");
  await expect(mara.getByRole("heading", { name: "Still good?" })).toBeVisible();
  await expect(mara.getByText("A walk on Sunday?")).toBeVisible();
  await expectAccessible(mara, "home that asks whether it is still good");
  await press(mara, "Partly");
  await expect(mara.getByRole("heading", { name: "Still good?" })).toHaveCount(0);

  await mara.goto("/read/agreements");
  await expect(mara.getByRole("button", { name: "Partly", pressed: true })).toBeVisible();
  await sam.goto("/read/agreements");
  await expect(sam.getByRole("button", { name: "Kept" })).toBeVisible();
  await expect(sam.getByRole("button", { pressed: true })).toHaveCount(0);
  await press(mara, "Let's change it");
  await mara.getByRole("textbox", { name: "How would you say it now?" }).fill("A walk every other Sunday.");
  await mara.reload();
  await press(mara, "Let's change it");
  await expect(mara.getByRole("textbox", { name: "How would you say it now?" })).toHaveValue(
    "A walk every other Sunday.",
  );
  await expectAccessible(mara, "new words for an agreement");
  await press(mara, "Offer these words");
  await expect(mara.getByText(/Sam has not answered yet/)).toBeVisible();

  // Sam did nothing: the page learned it by itself.
  await expect(sam.getByText("A walk every other Sunday.")).toBeVisible();
  await expectAccessible(sam, "words that wait for a yes");
  await press(sam, "Yes, these are ours");
  for (const page of [mara, sam]) {
    await expect(page.getByText("The words it began with")).toBeVisible();
    await expect(page.getByText(/other words/)).toHaveCount(0);
    await expect(page.getByText("A walk every other Sunday.")).toBeVisible();
  }
  await press(sam, "Let it go");
  await sam.getByRole("dialog").getByRole("button", { name: "Let it go" }).click();
  for (const page of [mara, sam]) await expect(page.getByText("Nothing stands just now.")).toBeVisible();
  await expect(mara.getByRole("button", { name: "Kept" })).toHaveCount(0);
});

test("patterns of 1,000 check-ins are shown once both want them, name nobody, and hide for both", async ({
  browser,
  server,
}) => {
  test.slow();
  const couple = await linkCouple(
    server,
    await browser.newContext({ viewport: { width: 390, height: 844 } }),
    await browser.newContext(),
  );
  const [mara, sam] = [couple.mara.page, couple.sam.page];
  await mara.goto("/read/patterns");
  await expect(mara.getByText("A little early for patterns")).toBeVisible();
  await addPastCheckIns(
    server,
    couple,
    Array.from({ length: 1_000 }, (_, n) => pastOf(n)),
  );
  await mara.goto("/read/patterns");
  await expectAccessible(mara, "asked about patterns");
  await press(mara, "I'd like to see them");
  await expect(mara.getByText(/Sam has not said so/)).toBeVisible();
  await sam.goto("/read/patterns");
  await press(sam, "I'd like to see them");
  await expect(sam.getByText("From your last 1,000 check-ins.")).toBeVisible({ timeout: 30_000 });

  await mara.goto("/read/patterns");
  await expect(mara.getByText("From your last 1,000 check-ins.")).toBeVisible({ timeout: 30_000 });
  const feelings = mara.getByRole("region", { name: "How we arrive, how we leave" });
  await feelings.getByText("As a table").first().click();
  await expect(feelings.getByRole("row", { name: "Heavy 1000" })).toBeVisible();
  await expect(mara.getByRole("region", { name: "Words we both use" })).toContainText("lonely");
  await expectAccessible(mara, "patterns");
  expect(await mara.getByRole("main").textContent()).not.toMatch(/Mara|Sam/);

  await press(sam, "Hide them for 30 days");
  await expect(sam.getByRole("button", { name: "Show them again" })).toBeVisible();
  await expect(mara.getByRole("heading", { name: "Out of sight for now" })).toBeVisible();
  await expect(mara.getByRole("button", { name: "Show them again" })).toHaveCount(0);
});

test("a cursor that was tampered with is refused by name and keeps the list; a stranger's pages are none", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const { page } = couple.mara;
  await addPastCheckIns(
    server,
    couple,
    Array.from({ length: 30 }, (_, n) => pastOf(n)),
  );
  for (const path of ["/read/lines", "/read/words"]) {
    for (const before of ["x", "1.%00", "99999999999999.01890000-0000-7000-8000-000000000000", "a&before=b"]) {
      const answer = await page.request.get(`${path}?before=${before}`);
      expect([answer.status(), await answer.json()]).toEqual([400, { ok: false, refusal: "invalid" }]);
    }
    const elsewhere = await page.request.get(path, { headers: { "sec-fetch-site": "cross-site" } });
    expect(await elsewhere.json()).toEqual({ ok: false, refusal: "invalid" });
    const nobody = await (await browser.newContext()).request.get(new URL(path, server.url).href);
    expect([nobody.status(), await nobody.json()]).toEqual([401, { ok: false, refusal: "signedOut" }]);
  }
  // The page was drawn, and then the address of the next one is broken on its way.
  await page.route("**/read/lines?**", (route) => route.continue({ url: `${server.url}/read/lines?before=broken` }));
  await page.goto("/read");
  await expect(page.getByText("This page of the list was not understood.")).toBeVisible();
  await expect(page.locator("main li a[href^='/read/']").filter({ hasText: "A check-in" })).toHaveCount(20);
  await page.unroute("**/read/lines?**");
  await page.getByRole("link", { name: "Earlier ones" }).click();
  await expect(page.locator("main li a[href^='/read/']").filter({ hasText: "A check-in" })).toHaveCount(30);
});
