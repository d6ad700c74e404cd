import type { Page, WebSocketRoute } from "@playwright/test";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import {
  composePiece,
  enterRoom,
  holdUpToTheFirstTurn,
  openCheckIn,
  press,
  reads,
  type Seated,
  share,
  type Table,
  tableOf,
  wordsWith,
  write,
} from "./hold-check-in";
import { expectAccessible, watchPage } from "./watch-page";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
test.use({ actionTimeout: 15_000 });

const sees = ({ page }: Seated, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible();
const isOn = ({ page }: Seated, title: string) =>
  expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();

/** Stands in a page's line: cuts it as a tunnel does, and mends it. */
async function holdLine(page: Page) {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  await page.routeWebSocket(/\/socket\.io\//, (route) => {
    if (isCut) return void route.close();
    open.add(route).add(route.connectToServer());
  });
  return {
    cut: async () => {
      isCut = true;
      for (const side of open) await side.close();
      open.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
}

/** A check-in with two pages, ended kindly, open in both browsers. */
async function toTheLetter(table: Table, checkInId: string, words: ReturnType<typeof wordsWith>): Promise<void> {
  const { mara, sam } = table;
  await enterRoom(table, checkInId);
  await holdUpToTheFirstTurn(table, words);
  await share(mara, sam, words.piece("Mara"));
  for (const name of ["Options", "End kindly", "End for today"]) await press(sam, name);
  await expect(mara.page.getByRole("heading", { name: "This check-in ends here." })).toBeVisible();
  for (const { page } of [mara, sam]) await page.goto(`/read/${checkInId}`);
}

test("two read a check-in together: the page is held, wandered from, passed and found again after a drop; a note and a line stay; an unlink closes it kindly", async ({
  browser,
  server,
}) => {
  test.setTimeout(300_000);
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const table = tableOf(couple);
  const { mara, sam } = table;
  const watched = watchPage(mara.page, server.url);
  const line = await holdLine(sam.page);
  const words = wordsWith("Quitte");
  const checkInId = await openCheckIn(server, couple.coupleId);
  await toTheLetter(table, checkInId, words);

  await sees(mara, "Sam is here too. Read together?");
  await expectAccessible(mara.page, "somebody else is here");
  await press(mara, "Read together");
  await sees(mara, "You turn the pages, and Sam can come along.");
  await sees(sam, "Mara would like to read this with you.");
  await press(mara, "Next page");
  await isOn(sam, "Something warm first");
  await press(sam, "Read along with Mara");
  await isOn(sam, "The first turn");
  await expectAccessible(sam.page, "reading along");

  await sam.page.keyboard.press("ArrowLeft");
  await isOn(sam, "Something warm first");
  await sees(sam, "You are looking around. Mara can't see where.");
  await isOn(mara, "The first turn");
  await expectAccessible(sam.page, "looking around");
  await press(sam, "Back to Mara's page");
  await isOn(sam, "The first turn");

  await press(mara, "Pass the page to Sam");
  await sees(mara, "You read along.");
  await press(sam, "Page before");
  await isOn(mara, "Something warm first");
  await expectAccessible(mara.page, "the other one holds the page");

  await line.cut();
  await sees(mara, /Sam's connection dropped. Nothing is lost. The page is free/);
  await sees(sam, "Your connection dropped.");
  await expectAccessible(mara.page, "the line dropped");
  await press(sam, "Next page");
  await isOn(mara, "Something warm first");
  line.mend();
  // A try that was cut is given up after some seconds; the next one comes through.
  await expect(mara.page.getByRole("heading", { name: "The first turn", exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await sees(sam, "You turn the pages, and Mara can come along.");

  await press(sam, "Write in the margin");
  await write(sam, "A note in the margin", "Quitte, and I still think of that.");
  await expectAccessible(sam.page, "writing a note");
  // Whoever writes is not led away from their words.
  await press(sam, "Pass the page to Mara");
  await press(mara, "Page before");
  await sees(sam, "You are looking around.");
  await isOn(sam, "The first turn");
  await press(sam, "Leave it here");
  await press(sam, "Back to Mara's page");
  await press(mara, "Next page");
  await reads(mara, "Quitte, and I still think of that.");
  await press(mara, "Write in the margin");
  await write(mara, "A note in the margin", "Quitte, me too.");
  await press(mara, "Leave it here");
  await reads(sam, "Quitte, me too.");

  await press(mara, "Offer a line");
  await write(mara, "Your line", "The quince evening");
  await press(mara, "Offer it");
  await sees(mara, "It stands here once Sam says yes.");
  await expectAccessible(sam.page, "a line is offered");
  await press(sam, "Yes, that's our line");
  for (const one of [mara, sam]) {
    await expect(one.page.getByRole("button", { name: "Let this line go" })).toBeVisible();
    await reads(one, "The quince evening");
  }
  await expectAccessible(mara.page, "a note, a line and a page");

  await press(sam, "Read on my own");
  await sees(mara, "Sam has gone on. You can read on here.");
  await press(sam, "Be here together");
  await expect(mara.page.getByText("Sam has gone on.")).toHaveCount(0);

  // One note that does not open stands among all that do.
  await queryDatabase(
    server,
    `UPDATE "MarginNote" SET "words" = jsonb_set("words"::jsonb, '{c}', to_jsonb(reverse("words"->>'c')))
     WHERE "coupleId" = $1 AND "seat" = 'A'`,
    [couple.coupleId],
  );
  await sam.page.reload();
  await press(sam, "Next page");
  await sees(sam, "This could not be opened.");
  await reads(sam, "Quitte, and I still think of that.");
  await reads(sam, words.piece("Mara").moment);

  // Mara is in the middle of a sentence when Sam unlinks.
  await press(mara, "Write in the margin");
  await write(mara, "A note in the margin", "Quitte, half a sentence");
  const other = await sam.page.context().newPage();
  await other.goto("/you/unlink");
  await other.getByRole("button", { name: "Unlink", exact: true }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Unlink", exact: true }).click();
  await other.waitForURL("/you/unlinked");
  await expect(mara.page.getByRole("button", { name: "Write in the margin" })).toHaveCount(0);
  await expect(mara.page.getByRole("button", { name: "Leave it here" })).toHaveCount(0);
  await reads(mara, words.appreciation("Mara"));
  await reads(mara, "The quince evening");
  await expectAccessible(mara.page, "unlinked while reading together");
  // What each of them wrote, they can still take away, and nobody else.
  await press(mara, "Next page");
  await sees(mara, "This could not be opened.");
  await press(mara, "Take this note away");
  await mara.page.getByRole("dialog").getByRole("button", { name: "Take this note away" }).click();
  await expect(mara.page.getByText("This could not be opened.")).toHaveCount(0);
  await expect(mara.page.getByRole("button", { name: "Take this note away" })).toHaveCount(0);
  await reads(mara, "Quitte, and I still think of that.");
  watched.expectQuiet();
});

/** In the words beside the figure, which is nothing to a screen reader. */
const isTold = ({ page }: Seated, words: string) =>
  expect(page.getByRole("region", { name: "In words", exact: true }).getByText(words)).toBeVisible();

async function fillSide(one: Seated, parts: Record<string, string>, words: Record<string, string>): Promise<void> {
  const { page } = one;
  await press(one, "Fill my side");
  for (const [label, text] of Object.entries(parts)) await page.getByRole("textbox", { name: label }).fill(text);
  for (const [label, word] of Object.entries(words)) {
    const group = page.getByRole("group", { name: label });
    await group.getByRole("textbox", { name: "A word of my own" }).fill(word);
    await group.getByRole("button", { name: "Add it" }).click();
  }
}

test("two draw their loop: each only their own side, it meets by two yeses, and is caught by both", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const table = tableOf(couple);
  const { mara, sam } = table;
  const checkInId = await openCheckIn(server, couple.coupleId);
  const words = wordsWith("Holunder");
  await enterRoom(table, checkInId);
  await holdUpToTheFirstTurn(table, words);
  await composePiece(mara, words.piece("Mara"));
  await press(mara, "Hand over");
  await reads(sam, words.piece("Mara").moment);
  for (const name of ["Options", "End kindly", "End for today"]) await press(sam, name);
  await expect(mara.page.getByRole("heading", { name: "This check-in ends here." })).toBeVisible();

  await mara.page.goto("/read");
  await mara.page.getByRole("link", { name: "Our loop" }).click();
  await mara.page.waitForURL("/read/loop");
  await sam.page.goto("/read/loop");
  await isOn(mara, "Our loop");
  await expectAccessible(mara.page, "an empty loop");

  await fillSide(mara, { "What sets me off": "When you look at your phone." }, {});
  await mara.page
    .getByRole("group", { name: "What I feel first" })
    .getByRole("button", { name: "Show words I have used before" })
    .click();
  await mara.page.getByText(`${words.piece("Mara").ownWord}`).click();
  // Kept on the device: a reload loses nothing.
  await mara.page.reload();
  await press(mara, "Fill my side");
  await expect(mara.page.getByRole("textbox", { name: "What sets me off" })).toHaveValue(
    "When you look at your phone.",
  );
  await mara.page.getByRole("textbox", { name: "What I do then" }).fill("I ask again, louder.");
  await expectAccessible(mara.page, "one side of the loop, being filled");
  await press(mara, "Save my side");
  await isTold(sam, "I ask again, louder.");
  await fillSide(
    sam,
    { "What I do then": "I go quiet.", "What I long for": "To get it right with you." },
    { "What I feel underneath": "scared" },
  );
  await press(sam, "Save my side");
  await isTold(mara, "To get it right with you.");

  await mara.page.getByRole("radio", { name: /^Reaching and going quiet/ }).check();
  await isTold(sam, "One reaches, the other goes quiet.");
  await press(mara, "Yes, that's our loop");
  await sees(mara, "You have said yes. It meets once Sam does too.");
  await sees(sam, "Mara has said yes to it as it stands now.");

  // A later change of a side takes the yes back.
  await press(sam, "Change my side");
  await sam.page.getByRole("textbox", { name: "What I do then" }).fill("I go quiet and tidy up.");
  await press(sam, "Save my side");
  await expect(mara.page.getByRole("button", { name: "Yes, that's our loop" })).toBeVisible();
  await isTold(mara, "I go quiet and tidy up.");
  await expect(sam.page.getByRole("button", { name: "Yes, that's our loop" })).toBeVisible();
  await Promise.all([press(mara, "Yes, that's our loop"), press(sam, "Yes, that's our loop")]);
  for (const one of [mara, sam]) await sees(one, "You have both said yes.");

  await Promise.all([press(mara, "We caught it just now"), press(sam, "We caught it just now")]);
  for (const one of [mara, sam])
    await expect(one.page.getByRole("heading", { name: "We caught it once" })).toBeVisible();
  await expectAccessible(mara.page, "a loop that has met, standing");
  await expectAccessible(sam.page, "a loop that has met, lying");
  await press(sam, "Take that back");
  await expect(mara.page.getByRole("heading", { name: "Not caught yet" })).toBeVisible();
});
