import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import {
  enterRoom,
  holdCheckIn,
  holdUpToTheFirstTurn,
  openCheckIn,
  sayBack,
  share,
  tableOf,
  takeIn,
  wordsWith,
} from "./hold-check-in";
import { findMarks, formsOf } from "./marks";
import { readServer } from "./read-server";
import type { HeardServer } from "./start-server";
import { tapTraffic } from "./tap-traffic";

test.use({ actionTimeout: 15_000 });

/** Not plain ASCII, so that each way of writing it down is another. */
const mark = "Quittenbrötchen";

test("the server never has the words: not in its database, its files, its logs, nor on the line", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const table = tableOf(couple);
  const lines = [await tapTraffic(table.mara.page, "Mara"), await tapTraffic(table.sam.page, "Sam")];
  await enterRoom(table, await openCheckIn(server, couple.coupleId));
  await holdCheckIn(table, wordsWith(mark));
  for (const { page } of [table.mara, table.sam]) {
    await page.getByRole("link", { name: "Read it again" }).click();
    await expect(page.getByText(`${mark} tea by Mara`)).toBeVisible();
  }

  const traffic = new Map((await Promise.all(lines.map((line) => line()))).flat());
  expect(findMarks(mark, traffic)).toEqual([]);
  expect(findMarks(mark, await readServer(server))).toEqual([]);
  // The search is no proof unless it finds what is there: what travelled and was kept, and a word that is planted.
  expect(findMarks("shared", traffic).length).toBeGreaterThan(0);
  await queryDatabase(server, `UPDATE "Person" SET "name" = $1 WHERE "email" = $2`, [mark, couple.mara.email]);
  expect(findMarks(mark, await readServer(server))).toContain("table Person");
});

test("the search for words finds them in every form", () => {
  for (const form of formsOf(mark)) {
    const around = Buffer.concat([Buffer.from("xy"), form, Buffer.from("z")]);
    expect(findMarks(mark, new Map([["here", around]]))).toEqual(["here"]);
  }
  const inBase64 = Buffer.from(Buffer.from(`a${mark}bc`).toString("base64url"));
  expect(findMarks(mark, new Map([["here", inBase64]]))).toEqual(["here"]);
  expect(findMarks(mark, new Map([["here", Buffer.from("Quitten, Brot")]]))).toEqual([]);
});

test("words that the server swapped or cut are noticed, and all the others still read", async ({ browser, server }) => {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const table = tableOf(couple);
  const { mara, sam } = table;
  const words = wordsWith(mark);
  const checkInId = await openCheckIn(server, couple.coupleId);
  await enterRoom(table, checkInId);
  await holdUpToTheFirstTurn(table, words);
  await share(mara, sam, words.piece("Mara"));
  await takeIn(mara, sam);
  await sayBack(mara, sam, words.reflection("Mara"));
  await endFromOutside(server, couple.coupleId, checkInId);

  // Sam's words given out as Mara's, and Mara's piece cut short.
  const change = (sql: string) => queryDatabase(server, sql, [checkInId]);
  await change(`UPDATE "CheckInEvent" e SET "payload" = jsonb_set(e."payload", '{words}', other."payload"->'words')
    FROM "CheckInEvent" other WHERE e."checkInId" = $1 AND other."checkInId" = $1
    AND e."type" = 'wrote' AND e."seat" = 'A' AND other."type" = 'wrote' AND other."seat" = 'B'`);
  await change(`UPDATE "CheckInEvent" SET "payload" = jsonb_set("payload", '{words,c}', to_jsonb(left("payload"#>>'{words,c}', 40)))
    WHERE "checkInId" = $1 AND "type" = 'shared'`);

  // What it holds in memory is from before.
  await server.stop();
  await server.start();
  const { page } = mara;
  await page.goto(`/read/${checkInId}`);
  const shut = page.getByText("This could not be opened.").filter({ visible: true });
  await expect(page.getByText(words.appreciation("Sam"))).toHaveCount(1);
  await expect(shut).toHaveCount(1);
  await expect(page.getByText(words.appreciation("Mara"))).toHaveCount(0);
  await page.getByRole("button", { name: "Next page" }).click();
  await expect(page.getByText(words.reflection("Mara")).filter({ visible: true })).toHaveCount(1);
  await expect(shut).toHaveCount(1);
  await expect(page.getByText(words.piece("Mara").moment)).toHaveCount(0);
});

/** As a kind end writes it; the clicks are told elsewhere. */
const endFromOutside = (server: HeardServer, coupleId: string, checkInId: string) =>
  queryDatabase(
    server,
    `WITH ended AS (
       UPDATE "CheckIn" SET "status" = 'endedEarly', "endedAt" = now(), "activeCoupleId" = NULL WHERE "id" = $2)
     INSERT INTO "CheckInEvent" ("coupleId", "checkInId", "seq", "type", "payload", "seat", "commandId", "at")
     SELECT $1, $2, max("seq") + 1, 'endedKindly', '{"words": null}', 'B', gen_random_uuid(), now()
     FROM "CheckInEvent" WHERE "checkInId" = $2`,
    [coupleId, checkInId],
  );
