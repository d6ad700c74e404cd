import { linkCouple } from "./couples";
import { expect, test } from "./fixtures";
import {
  agreeOnTheRules,
  arrive,
  chooseWhoBegins,
  composePiece,
  land,
  press,
  reads,
  type Seated,
  type Table,
  tableOf,
  write,
} from "./hold-check-in";
import { addPastCheckIns } from "./past-check-ins";
import { expectAccessible, watchPage } from "./watch-page";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const day = 24 * 3_600_000;

test.use({ actionTimeout: 10_000 });

const looking = (one: Seated): Seated => ({ ...one, look: (screen) => expectAccessible(one.page, screen) });
const heading = ({ page }: Seated, name: string) => expect(page.getByRole("heading", { name })).toBeVisible();
const offered = ({ page }: Seated, name: string) => page.getByText(name, { exact: true }).click();

/** Mara opens it and goes in; Sam finds it and joins. */
async function openGuide({ mara, sam }: Table, title: string): Promise<void> {
  await mara.page.goto("/us");
  await mara.page.getByRole("radio", { name: title }).check();
  await mara.page.getByRole("radio", { name: "Apart" }).check();
  await mara.look(`us, ${title} chosen`);
  await press(mara, "Open a check-in");
  await mara.page.waitForURL(/\/check-in\//);
  await sam.page.goto("/us");
  await sam.page.getByRole("link", { name: "Join" }).click();
  await sam.page.waitForURL(/\/check-in\//);
}

/** Mara writes first and is seen to wait; then both read what both wrote. */
async function bothWrite({ mara, sam }: Table, what: string, find: (one: Seated) => Promise<string>): Promise<void> {
  const words: string[] = [];
  for (const one of [mara, sam]) {
    words.push(await find(one));
    if (one === mara) await one.look(`${what}, before it is handed over`);
    await press(one, "I'm done writing");
    if (one === mara) await reads(mara, "Both open together.");
  }
  for (const one of [mara, sam]) {
    for (const each of words) await reads(one, each);
    if (one === sam) await one.look(`${what}, read by both`);
    await press(one, "Go on");
  }
}

const line =
  (field: string, of: string) =>
  async (one: Seated): Promise<string> => {
    const words = `${of} of ${one.name}`;
    await write(one, field, words);
    return words;
  };

/** Turns every page of the letter and finds each of these words. */
async function readAgain(one: Seated, expected: readonly string[]): Promise<void> {
  await one.page.getByRole("link", { name: "Read it again" }).click();
  await one.page.waitForURL(/\/read\//);
  const left = new Set(expected);
  const next = one.page.getByRole("button", { name: "Next page" });
  await expect(next).toBeVisible();
  for (let turned = 0; turned < 20; turned += 1) {
    await expect(one.page.getByText("Opening", { exact: false }).filter({ visible: true })).toHaveCount(0);
    for (const words of left)
      if ((await one.page.getByText(words).filter({ visible: true }).count()) > 0) left.delete(words);
    if ((await next.count()) === 0 || (await next.isDisabled())) break;
    await next.click();
  }
  expect([...left]).toEqual([]);
}

test("two people take five minutes for each other, and read them again", async ({ browser, server }) => {
  test.setTimeout(300_000);
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const seats = tableOf(couple);
  const table = { mara: looking(seats.mara), sam: looking(seats.sam) };
  const { mara, sam } = table;
  const watched = [mara, sam].map(({ page }) => watchPage(page, server.url));
  await openGuide(table, "Five minutes");
  await arrive(table);
  await bothWrite(table, "the weather", async (one) => {
    await one.page.getByRole("radio", { name: "lively", exact: true }).check();
    await one.page.getByRole("radio", { name: "a bit hard", exact: true }).check();
    await one.look("words for the weather");
    await one.page.getByRole("searchbox", { name: "Look for a word" }).fill(`hazy ${one.name}`);
    await press(one, `Use “hazy ${one.name}” as my own word`);
    return `hazy ${one.name}`;
  });
  await bothWrite(table, "what they are glad of", line("Today I'm glad of", "The light"));
  await bothWrite(table, "what they could use", async (one) => {
    if (one.name === "Sam") {
      await press(one, "Nothing, just know.");
      return "Nothing, just know.";
    }
    await offered(one, "comfort");
    await offered(one, "to be heard");
    return "comfort, to be heard";
  });
  await bothWrite(table, "one line back", line("One line back", "A line"));
  for (const one of [mara, sam]) await heading(one, "That was your check-in.");
  await mara.look("the end of the five minutes");
  const said = ["The light", "A line"].flatMap((words) => ["Mara", "Sam"].map((name) => `${words} of ${name}`));
  for (const one of [mara, sam]) await readAgain(one, [...said, "hazy Mara", "hazy Sam", "comfort, to be heard"]);
  for (const each of watched) each.expectQuiet();
});

test("a weekly looks at what was agreed on before the turns begin, each for themselves", async ({
  browser,
  server,
}) => {
  test.setTimeout(300_000);
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext(phone));
  const seats = tableOf(couple);
  const table = { mara: looking(seats.mara), sam: looking(seats.sam) };
  const { mara, sam } = table;
  const watched = [mara, sam].map(({ page }) => watchPage(page, server.url));
  const words = { moment: "When it rained.", feelings: ["sad"], topic: "work", reflection: "Rain.", leaving: "calm" };
  await addPastCheckIns(server, couple, [{ at: Date.now() - 9 * day, words: { ...words, wish: "A walk on Sunday?" } }]);
  await openGuide(table, "Our weekly");
  await arrive(table);
  await land(seats);
  await agreeOnTheRules(seats);
  await bothWrite(table, "three warm things", async (one) => {
    await press(one, "I noticed when you…");
    await press(one, "It warmed me that you…");
    await write(one, "Three small things", `Tea for ${one.name}.\nThe walk.\nYour laugh.`);
    return `Tea for ${one.name}.`;
  });
  await bothWrite(table, "what went well", line("This week, what went well", "The Tuesday"));

  for (const one of [mara, sam]) {
    await heading(one, "Do our agreements still fit?");
    await reads(one, "A walk on Sunday?");
  }
  await mara.look("what they agreed on");
  await press(mara, "Partly");
  await expect(mara.page.getByRole("button", { name: "Partly", pressed: true })).toBeVisible();
  await expect(sam.page.getByRole("button", { pressed: true })).toHaveCount(0);
  await press(sam, "Let's change it");
  await write(sam, "How would you say it now?", "A walk every other Sunday.");
  await press(sam, "Offer these words");
  await reads(sam, "Mara has not answered yet");
  // Mara did nothing: her screen learned it by itself, and the room around it went on.
  await reads(mara, "A walk every other Sunday.");
  await mara.look("other words for what they agreed on");
  await press(mara, "I'm ready");
  await heading(mara, "Sam is still looking at what you agreed on.");
  await press(sam, "I'm ready");

  await chooseWhoBegins(seats);
  await composePiece(seats.mara, { moment: "When the week began.", need: "rest" });
  await press(sam, "Options");
  await press(sam, "End kindly");
  await press(sam, "End for today");
  for (const one of [mara, sam]) await reads(one, "This check-in ends here.");
  const said = ["Mara", "Sam"].flatMap((name) => [`Tea for ${name}.`, `The Tuesday of ${name}`]);
  for (const one of [mara, sam]) await readAgain(one, said);

  await mara.page.goto("/read/agreements");
  await expect(mara.page.getByRole("button", { name: "Partly", pressed: true })).toBeVisible();
  await mara.page.goto("/read");
  await press(mara, "Find a check-in");
  await mara.page.getByRole("combobox", { name: "Kind of check-in" }).selectOption({ label: "Our weekly" });
  await mara.look("the list of check-ins, asked for one guide");
  for (const each of watched) each.expectQuiet();
});
