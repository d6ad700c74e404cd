import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import { findMarks } from "./marks";
import { makePerson, someone } from "./people";
import { press } from "./press";
import { holdShort } from "./short-check-in";
import type { HeardServer } from "./start-server";
import { expectAccessible } from "./watch-page";

test.use({ actionTimeout: 15_000 });

const mark = "Quittenbrötchen";
const wordsOf = (name: string) => `${mark} on Tuesday, says ${name}`;
const phone = { viewport: { width: 390, height: 844 } };

/** Presses, and gives the file that the browser saved. */
async function save(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent("download", { timeout: 60_000 });
  await press(page, name);
  const saved = await saving;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

/** All rows of all tables, and what travelled. */
async function readTables(server: HeardServer): Promise<Map<string, Buffer>> {
  const tables = await queryDatabase(
    server,
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  );
  const heaps = new Map<string, Buffer>();
  for (const { name } of tables) {
    const rows = await queryDatabase(server, `SELECT t::text AS row FROM ${name} t`);
    heaps.set(String(name), Buffer.from(rows.map(({ row }) => row).join("\n")));
  }
  return heaps;
}

test("own words are taken along, brought into a fresh account and read there; the server has none of them", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const mara = couple.mara.page;
  const checkInId = await holdShort(server, couple, wordsOf);
  const sent: Buffer[] = [];
  const tap = (page: Page) => page.on("request", (request) => sent.push(request.postDataBuffer() ?? Buffer.alloc(0)));
  tap(mara);
  await mara.goto(`/read/${checkInId}`);
  await press(mara, "Write in the margin");
  await mara.getByLabel("A note in the margin").fill(`${mark} again in winter`);
  await press(mara, "Leave it here");
  await expect(mara.getByRole("button", { name: "Take this note away" })).toBeVisible();
  await mara.goto("/you/export");
  await expectAccessible(mara);
  const markdown = await save(mara, "Make it");
  expect(markdown.bytes.toString()).toContain(wordsOf("Mara"));
  expect(markdown.bytes.toString()).toContain(
    `### In the margin\n\n**Something warm first**\n\n> ${mark} again in winter`,
  );
  expect(markdown.bytes.toString()).not.toContain(wordsOf("Sam"));
  await mara.getByRole("radio", { name: /A file for Heard/ }).check();
  await mara.getByRole("checkbox", { name: "Lock the file with a passphrase" }).check();
  await mara.getByLabel("Passphrase", { exact: true }).fill("two shores and one table");
  await expectAccessible(mara);
  const locked = await save(mara, "Save it again");
  expect(locked.name).toMatch(/\.json\.age$/);
  expect(findMarks(mark, new Map([["file", locked.bytes]]))).toEqual([]);
  await mara.getByRole("radio", { name: /On paper/ }).check();
  await expect(mara.getByText(wordsOf("Mara"))).toBeVisible();
  await expectAccessible(mara);

  const ada = await (await browser.newContext(phone)).newPage();
  tap(ada);
  await makePerson(ada, someone("Ada"));
  await ada.goto("/you/import");
  await expectAccessible(ada);
  const choose = (name: string, buffer: Buffer) =>
    ada.getByLabel("The file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  for (const [name, bytes, said] of [
    ["a.json", Buffer.from("hello"), "This is no export of Heard."],
    ["a.json", Buffer.from('{"format":"heard-export","version":9}'), "A later version of Heard made this file."],
    ["a.json", Buffer.from('{"format":"heard-export","version":1,'), "is cut or changed"],
    ["a.json", Buffer.alloc(21 * 1024 * 1024, "x"), "This file is larger than any export."],
    ["a", locked.bytes, "This file is locked."],
  ] as const) {
    await choose(name, bytes);
    await press(ada, "Look at it");
    await expect(ada.getByText(said)).toBeVisible();
  }
  await ada.getByLabel("Its passphrase").fill("another one altogether");
  await press(ada, "Look at it");
  await expect(ada.getByText("This passphrase does not open it.")).toBeVisible({ timeout: 30_000 });
  await ada.getByLabel("Its passphrase").fill("two shores and one table");
  await press(ada, "Look at it");
  await expect(ada.getByText(/One check-in of Mara/)).toBeVisible({ timeout: 30_000 });
  await press(ada, "Keep it here");
  await expect(ada.getByText("It is kept here, for you alone.")).toBeVisible();
  await expectAccessible(ada);
  await ada.getByRole("main").getByRole("link", { name: "Read", exact: true }).click();
  await ada.waitForURL(/\/you\/import\/[0-9a-f-]{36}/);
  for (const words of [wordsOf("Mara"), `${mark} again in winter`]) await expect(ada.getByText(words)).toBeVisible();
  await expectAccessible(ada);

  const archive = new URL(ada.url()).pathname;
  expect((await couple.sam.page.goto(archive))?.status()).toBe(404);
  expect(findMarks(mark, new Map([["requests", Buffer.concat(sent)]]))).toEqual([]);
  expect(findMarks(mark, await readTables(server))).toEqual([]);
  // The search finds what is there.
  expect(findMarks("archive", new Map([["x", Buffer.from("archive")]]))).toEqual(["x"]);
  await ada.goto("/you/import");
  await press(ada, "Remove");
  await ada.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(ada.getByText("Nothing yet.")).toBeVisible();
});

test("a check-in comes into the keepsake book by two yeses, both voices on its pages", async ({ browser, server }) => {
  const couple = await linkCouple(server, await browser.newContext(phone), await browser.newContext());
  const [mara, sam] = [couple.mara.page, couple.sam.page];
  const checkInId = await holdShort(server, couple, wordsOf);
  await mara.goto("/read/keepsake");
  await expect(mara.getByText("The book is empty")).toBeVisible();
  await expectAccessible(mara);
  for (const page of [mara, sam]) await page.goto(`/read/${checkInId}`);
  await press(mara, "Yes, put it in the book");
  // Sam's page is open and learns it by itself.
  await expect(sam.getByText("Mara would like this one in the book.")).toBeVisible();
  await expectAccessible(sam);
  await press(sam, "Yes, put it in the book");
  await sam.getByRole("link", { name: "Open the book" }).click();
  for (const name of ["Mara", "Sam"]) await expect(sam.getByText(wordsOf(name))).toBeVisible();
  await expectAccessible(sam);
  await sam.emulateMedia({ media: "print" });
  await expect(sam.getByRole("button", { name: "Print the book" })).toBeHidden();
  await expect(sam.getByRole("navigation")).toHaveCount(0);
  for (const name of ["Mara", "Sam"]) await expect(sam.getByText(wordsOf(name))).toBeVisible();
  await sam.emulateMedia({ media: null });
  await mara.goto(`/read/${checkInId}`);
  await press(mara, "Take my yes back");
  await expect(mara.getByText("Sam would like this one in the book.")).toBeVisible();
  await sam.goto("/read/keepsake");
  await expect(sam.getByText("The book is empty")).toBeVisible();
});
