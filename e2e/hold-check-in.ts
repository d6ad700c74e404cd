import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { LinkedCouple } from "@/e2e/couples";
import { queryDatabase } from "@/e2e/database";
import type { HeardServer } from "@/e2e/start-server";

/** One of the two at the table. `look` is called on every screen that the steps below come by. */
export type Seated = { name: string; page: Page; look(screen: string): Promise<void> };

/** Mara begins, where they are free to choose. */
export type Table = { mara: Seated; sam: Seated };

const seated = (name: string, page: Page): Seated => ({ name, page, look: async () => undefined });
export const tableOf = ({ mara, sam }: LinkedCouple): Table => ({
  mara: seated("Mara", mara.page),
  sam: seated("Sam", sam.page),
});

export const press = ({ page }: Seated, name: string) => page.getByRole("button", { name, exact: true }).click();
export const write = ({ page }: Seated, field: string, words: string) =>
  page.getByRole("textbox", { name: field }).fill(words);
export const reads = ({ page }: Seated, words: string) => expect(page.getByText(words).first()).toBeVisible();
const pick = ({ page }: Seated, name: string) => page.getByRole("radio", { name, exact: true }).check();
const waits = ({ page }: Seated, words: string) => expect(page.getByRole("heading", { name: words })).toBeVisible();

const both = async ({ mara, sam }: Table, step: (one: Seated) => Promise<void>) => {
  await step(mara);
  await step(sam);
};

/** The quick way to an open check-in: what the server writes when one is opened. The clicks are e2e/check-in.spec.ts's. */
export async function openCheckIn(server: HeardServer, coupleId: string, mode = "written"): Promise<string> {
  const checkInId = randomUUID();
  const opened = { checkInId, guideId: "standard", guideVersion: 1, mode, favoured: "A" };
  await queryDatabase(
    server,
    `WITH made AS (INSERT INTO "CheckIn" ("id", "coupleId", "guideId", "guideVersion", "status", "activeCoupleId")
       VALUES ($1, $2, 'standard', 1, 'lobby', $2))
     INSERT INTO "CheckInEvent" ("coupleId", "checkInId", "seq", "type", "payload", "seat", "commandId", "at")
     VALUES ($2, $1, 1, 'opened', $3, 'A', $4, now())`,
    [checkInId, coupleId, JSON.stringify(opened), randomUUID()],
  );
  return checkInId;
}

export const enterRoom = (table: Table, checkInId: string) =>
  both(table, async ({ page }) => void (await page.goto(`/check-in/${checkInId}`)));

export async function arrive(table: Table): Promise<void> {
  const { mara, sam } = table;
  await reads(mara, "Come in. Say when you're here.");
  await mara.look("lobby");
  await press(mara, "I'm here");
  await waits(mara, "Waiting for Sam");
  await mara.look("waiting in the lobby");
  await press(sam, "I'm here");
}

export async function land(table: Table): Promise<void> {
  await both(table, async (one) => {
    await pick(one, "Wobbly");
    await one.look("landing");
    await press(one, "I'm ready");
  });
}

export async function agreeOnTheRules(table: Table): Promise<void> {
  await both(table, async (one) => {
    await reads(one, "One voice at a time.");
    await one.look("the rules of the house");
    await press(one, "They sit right");
  });
}

export async function chooseWhoBegins(table: Table): Promise<void> {
  const { mara, sam } = table;
  await pick(mara, "I would like to begin");
  await mara.look("who begins");
  await press(mara, "Choose");
  await waits(mara, "Sam is still choosing.");
  await pick(sam, "Mara first");
  await press(sam, "Choose");
}

/** Each writes something warm; both open at the same moment. */
export async function appreciate(table: Table, wordsOf: (name: string) => string): Promise<void> {
  const { mara, sam } = table;
  await write(mara, "A small thing", wordsOf("Mara"));
  await mara.look("appreciation");
  await press(mara, "I'm done writing");
  await waits(mara, "Sam is still writing.");
  await mara.look("waiting for the appreciation");
  await write(sam, "A small thing", wordsOf("Sam"));
  await press(sam, "I'm done writing");
  await both(table, async (one) => {
    await reads(one, wordsOf("Mara"));
    await reads(one, wordsOf("Sam"));
    await one.look("both appreciations");
    await press(one, "Go on");
  });
}

/** What a speaker hands over. Parts that are left out are not filled. */
export type SpokenPiece = { ownWord?: string; moment: string; need?: string; opening?: string };

/** Writes a piece part by part, and does not hand it over. */
export async function composePiece(speaker: Seated, { ownWord, moment, need, opening }: SpokenPiece): Promise<void> {
  const { page } = speaker;
  await pick(speaker, "lively");
  await pick(speaker, "a bit hard");
  await page.getByRole("group", { name: "Words near there" }).locator("label").first().click();
  await speaker.look("feelings near a point");
  if (ownWord !== undefined) {
    await page.getByRole("searchbox", { name: "Look for a word" }).fill(ownWord);
    await speaker.look("looking for a word");
    await press(speaker, `Use “${ownWord}” as my own word`);
  }
  await speaker.look("feelings");
  await press(speaker, "On to the moment");
  await write(speaker, "When…", moment);
  await speaker.look("moment");
  await press(speaker, "On to the need");
  if (need !== undefined) await write(speaker, "In your own words", need);
  await speaker.look("need");
  await press(speaker, "On to the opening line");
  if (opening !== undefined) await write(speaker, "Opening line", opening);
  await speaker.look("opening line");
}

export async function share(speaker: Seated, listener: Seated, piece: SpokenPiece): Promise<void> {
  await waits(listener, `${speaker.name} is finding words.`);
  await expect(listener.page.getByRole("textbox")).toHaveCount(0);
  await listener.look("listening while words are found");
  await composePiece(speaker, piece);
  await press(speaker, "Hand over");
  for (const words of Object.values(piece)) await reads(listener, words);
}

export async function takeIn(speaker: Seated, listener: Seated): Promise<void> {
  await listener.look("taking it in");
  await speaker.look("being taken in");
  await press(listener, "Ready to say it back");
}

export async function sayBack(speaker: Seated, listener: Seated, words: string): Promise<void> {
  await write(listener, "What I heard is", words);
  await listener.look("saying it back");
  await press(listener, "Say it back");
  await reads(speaker, words);
}

export async function askForAnotherTry(speaker: Seated, listener: Seated, mattersMost: string): Promise<void> {
  await speaker.look("did it land");
  await listener.look("waiting whether it landed");
  await press(speaker, "Not quite");
  await write(speaker, "The part that matters most", mattersMost);
  await speaker.look("not quite");
  await press(speaker, "Ask for another try");
  await reads(listener, mattersMost);
}

export async function addOneThing(speaker: Seated, words: string): Promise<void> {
  await press(speaker, "Nearly, one thing more");
  await write(speaker, "One thing more", words);
  await press(speaker, "Add it and go on");
  await reads(speaker, words);
}

export const sayThatWasAll = async (speaker: Seated): Promise<void> => {
  await speaker.look("a little more");
  await press(speaker, "That's all for now");
};

export async function makeSense(speaker: Seated, listener: Seated, words: string): Promise<void> {
  await write(listener, "It makes sense to me", words);
  await listener.look("making sense of it");
  await press(listener, "Give it to them");
  await reads(speaker, words);
  await speaker.look("a thank you");
  await press(speaker, "Thank you");
}

export async function changePlaces(table: Table): Promise<void> {
  await both(table, async (one) => {
    await reads(one, "One breath, and the floor changes hands.");
    await one.look("changing places");
    await press(one, "I'm ready");
  });
}

export type Wish = { request: string; change: string };

/** One small wish, answered with a change, and kept by both. */
export async function makeAWish(asker: Seated, other: Seated, { request, change }: Wish): Promise<void> {
  await write(asker, "This week", request);
  await asker.look("a wish");
  await press(asker, "Ask");
  await reads(other, request);
  await pick(other, "Yes, with a change");
  await write(other, "What would you change", change);
  await other.look("answering a wish");
  await press(other, "Answer");
  await reads(asker, change);
  await asker.look("keeping it");
  await press(asker, "Keep it");
  await press(other, "Keep it");
}

export type Farewell = { thanks: string; leaving: string };

export async function leaveEachOther(table: Table, wordsOf: (name: string) => Farewell): Promise<void> {
  await both(table, async (one) => {
    const { thanks, leaving } = wordsOf(one.name);
    await write(one, "Thank you for", thanks);
    await write(one, "I leave feeling", leaving);
    await one.look("closing");
    await press(one, "I'm done writing");
  });
  await both(table, async (one) => {
    for (const name of ["Mara", "Sam"]) {
      await reads(one, wordsOf(name).thanks);
      await reads(one, `I leave feeling ${wordsOf(name).leaving}`);
    }
    await one.look("what they leave each other with");
    await press(one, "Go on");
  });
  await both(table, async (one) => {
    await waits(one, "That was your check-in.");
    await one.look("the end");
  });
}

/** Every word of a whole check-in, each with the mark in it, and none the same as another. */
export const wordsWith = (mark: string) => ({
  appreciation: (name: string) => `${mark} tea by ${name}`,
  piece: (name: string): Required<SpokenPiece> => ({
    ownWord: `${mark} unmoored ${name}`,
    moment: `${mark} evening of ${name}`,
    need: `${mark} nearness for ${name}`,
    opening: `${mark} would you hear ${name}`,
  }),
  firstTry: (name: string) => `${mark} heard wrongly from ${name}`,
  mattersMost: (name: string) => `${mark} what matters to ${name}`,
  reflection: (name: string) => `${mark} heard from ${name}`,
  oneThing: (name: string) => `${mark} one thing of ${name}`,
  empathy: (name: string) => `${mark} sense in ${name}`,
  wish: (name: string): Wish => ({ request: `${mark} walk for ${name}`, change: `${mark} shorter for ${name}` }),
  farewell: (name: string): Farewell => ({ thanks: `${mark} thanks from ${name}`, leaving: `${mark} calm ${name}` }),
});
export type Words = ReturnType<typeof wordsWith>;

/** One turn with every bend in it: a not quite, then nearly. */
export async function takeATurn(speaker: Seated, listener: Seated, words: Words): Promise<void> {
  const { name } = speaker;
  await share(speaker, listener, words.piece(name));
  await takeIn(speaker, listener);
  await sayBack(speaker, listener, words.firstTry(name));
  await askForAnotherTry(speaker, listener, words.mattersMost(name));
  await sayBack(speaker, listener, words.reflection(name));
  await addOneThing(speaker, words.oneThing(name));
  await sayThatWasAll(speaker);
  await makeSense(speaker, listener, words.empathy(name));
}

export async function holdUpToTheFirstTurn(table: Table, words: Words): Promise<void> {
  await arrive(table);
  await land(table);
  await agreeOnTheRules(table);
  await chooseWhoBegins(table);
  await appreciate(table, words.appreciation);
}

export async function holdFromTheSwap(table: Table, words: Words): Promise<void> {
  const { mara, sam } = table;
  await changePlaces(table);
  await takeATurn(sam, mara, words);
  await makeAWish(mara, sam, words.wish("Mara"));
  await makeAWish(sam, mara, words.wish("Sam"));
  await leaveEachOther(table, words.farewell);
}

/** The whole standard guide, from the lobby to the end. Both are in the room already. */
export async function holdCheckIn(table: Table, words: Words): Promise<void> {
  await holdUpToTheFirstTurn(table, words);
  await takeATurn(table.mara, table.sam, words);
  await holdFromTheSwap(table, words);
}
