import { linkCouple } from "./couples";
import { expect, test } from "./fixtures";
import { holdCheckIn, type Seated, tableOf, wordsWith } from "./hold-check-in";
import { expectAccessible, watchPage } from "./watch-page";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test.use({ actionTimeout: 10_000 });

test("two people hold a whole check-in, and read it again", async ({ browser, server }) => {
  test.setTimeout(400_000);
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const { mara, sam } = tableOf(couple);
  const watched = [mara, sam].map(({ page }) => watchPage(page, server.url));
  // A screen that both come by is looked at once, on the device of whoever comes first.
  const looked = new Set<string>();
  const look = (one: Pick<Seated, "page">) => async (screen: string) => {
    if (looked.has(screen)) return;
    looked.add(screen);
    await expectAccessible(one.page, screen);
  };
  const table = { mara: { ...mara, look: look(mara) }, sam: { ...sam, look: look(sam) } };
  const words = wordsWith("Brombeere");

  await mara.page.goto("/us");
  await table.mara.look("us, with nothing open");
  await mara.page.getByRole("radio", { name: "Apart" }).check();
  await mara.page.getByRole("button", { name: "Open a check-in" }).click();
  await mara.page.waitForURL(/\/check-in\//);
  await sam.page.goto("/us");
  await expect(sam.page.getByRole("heading", { name: "Mara opened a check-in" })).toBeVisible();
  await table.sam.look("us, with a check-in to join");
  await sam.page.getByRole("link", { name: "Join" }).click();

  await holdCheckIn(table, words);
  expect(looked.size).toBeGreaterThan(30);

  for (const one of [table.mara, table.sam]) {
    await one.page.getByRole("link", { name: "Read it again" }).click();
    await one.page.waitForURL(/\/read\//);
    await readEveryPage(one, wordsToRead(words));
  }
  await mara.page.goto("/read");
  await expect(mara.page.getByRole("link", { name: /check-in/i }).first()).toBeVisible();
  await table.mara.look("the list of check-ins");
  for (const each of watched) each.expectQuiet();
});

/** What stands at the end: attempts that did not land are not in it. */
const wordsToRead = (words: ReturnType<typeof wordsWith>): string[] =>
  ["Mara", "Sam"].flatMap((name) => [
    words.appreciation(name),
    ...Object.values(words.piece(name)),
    words.reflection(name),
    words.oneThing(name),
    words.empathy(name),
    ...Object.values(words.wish(name)),
    ...Object.values(words.farewell(name)),
  ]);

/** Turns every page of the letter, and finds each of these words once or more, and no attempt that did not land. */
async function readEveryPage({ page, look }: Seated, expected: string[]): Promise<void> {
  const left = new Set(expected);
  const next = page.getByRole("button", { name: "Next page" });
  await expect(next).toBeVisible();
  for (let turned = 0; turned < 20; turned += 1) {
    await expect(page.getByRole("status").filter({ hasText: "Opening" })).toHaveCount(0);
    await look(`read again, page ${turned + 1}`);
    const seen = (words: string) => page.getByText(words).filter({ visible: true }).count();
    expect(await seen("heard wrongly")).toBe(0);
    for (const words of left) if ((await seen(words)) > 0) left.delete(words);
    if ((await next.count()) === 0 || (await next.isDisabled())) break;
    await next.click();
  }
  expect([...left]).toEqual([]);
}
