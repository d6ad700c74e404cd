import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type LinkedCouple, linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import { findMarks } from "./marks";
import { addPastCheckIns } from "./past-check-ins";
import { makePerson, someone } from "./people";
import { press } from "./press";
import { readServer } from "./read-server";
import type { HeardServer } from "./start-server";
import { tapTraffic } from "./tap-traffic";

test.use({ actionTimeout: 15_000 });

/** Not plain ASCII, so that each way of writing it down is another; and no other story's, since this one plants it. */
const mark = "Mirabellenkörbchen";
const said = (where: string) => `${mark} ${where}`;
const write = (page: Page, field: string, words: string) => page.getByRole("textbox", { name: field }).fill(words);
const reads = (page: Page, words: string) =>
  expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();

type Two = { mara: Page; sam: Page };

async function askForTime({ mara, sam }: Two): Promise<void> {
  await mara.goto("/plan/ask");
  const when = mara.getByRole("group", { name: "Day and time" });
  await when.getByLabel("Day").fill(new Date(Date.now() + 3 * 24 * 3_600_000).toISOString().slice(0, 10));
  await when.getByLabel("Time").fill("19:30");
  await write(mara, "Your words", said("proposal"));
  await press(mara, "Ask Sam");
  await expect(mara.getByRole("heading", { name: "It is on its way to Sam" })).toBeVisible();
  await sam.goto("/plan");
  await reads(sam, said("proposal"));
}

async function writeBeside({ mara, sam }: Two, checkInId: string): Promise<void> {
  for (const page of [mara, sam]) await page.goto(`/read/${checkInId}`);
  await press(mara, "Write in the margin");
  await write(mara, "A note in the margin", said("note"));
  await press(mara, "Leave it here");
  await reads(sam, said("note"));
  await press(sam, "Offer a line");
  await write(sam, "Your line", said("line"));
  await press(sam, "Offer it");
  await press(mara, "Yes, that's our line");
  await reads(mara, said("line"));
}

async function fillTheLoop({ mara, sam }: Two): Promise<void> {
  for (const page of [mara, sam]) await page.goto("/read/loop");
  await press(mara, "Fill my side");
  for (const part of ["What sets me off", "What I do then", "What I long for"]) await write(mara, part, said(part));
  const own = mara.getByRole("group", { name: "What I feel underneath" });
  await own.getByRole("textbox", { name: "A word of my own" }).fill(said("word"));
  await own.getByRole("button", { name: "Add it" }).click();
  await press(mara, "Save my side");
  await expect(
    sam.getByRole("region", { name: "In words", exact: true }).getByText(said("What I do then")),
  ).toBeVisible();
}

async function changeTheAgreement({ mara, sam }: Two): Promise<void> {
  for (const page of [mara, sam]) await page.goto("/read/agreements");
  await press(mara, "Let's change it");
  await write(mara, "How would you say it now?", said("changed"));
  await press(mara, "Offer these words");
  await reads(sam, said("changed"));
  await press(sam, "Yes, these are ours");
  await expect(mara.getByText("The words it began with")).toBeVisible();
}

/** Looked for in the browser, in what was read years ago. */
async function lookFor({ mara }: Two): Promise<void> {
  await mara.goto("/read");
  await press(mara, "Find a check-in");
  await mara.getByRole("searchbox", { name: "Words" }).fill(mark);
  await mara.keyboard.press("Enter");
  await expect(mara.getByText("One check-in found.").first()).toBeVisible({ timeout: 30_000 });
}

/** Taken along into a file, and brought into an account of somebody who has no words yet. */
async function takeAlong({ mara }: Two, ada: Page): Promise<void> {
  await mara.goto("/you/export");
  await mara.getByRole("radio", { name: /A file for Heard/ }).check();
  const saving = mara.waitForEvent("download", { timeout: 60_000 });
  await press(mara, "Make it");
  const file = await readFile(await (await saving).path());
  expect(findMarks(mark, new Map([["file", file]]))).toEqual(["file"]);
  await ada.goto("/you/import");
  await ada.getByLabel("The file").setInputFiles({ name: "heard.json", mimeType: "application/json", buffer: file });
  await press(ada, "Look at it");
  await press(ada, "Keep it here");
  await expect(ada.getByText("It is kept here, for you alone.")).toBeVisible({ timeout: 30_000 });
  await ada.getByRole("main").getByRole("link", { name: "Read", exact: true }).click();
  await reads(ada, said("moment"));
}

/** Mails at any hour, and a device to push to: where words could go out. */
async function letNoticesGo(server: HeardServer, couple: LinkedCouple): Promise<void> {
  for (const { email } of [couple.mara, couple.sam]) {
    await queryDatabase(
      server,
      `INSERT INTO "NoticeSettings" ("personId", "quietFrom", "quietUntil")
       SELECT "id", NULL, NULL FROM "Person" WHERE "email" = $1`,
      [email],
    );
  }
  await queryDatabase(
    server,
    `INSERT INTO "PushSubscription" ("id", "personId", "sessionId", "endpoint", "p256dh", "auth")
     SELECT gen_random_uuid(), p."id", s."id", 'https://push.heard.invalid/x', $2, $3
     FROM "Person" p JOIN "AuthSession" s ON s."personId" = p."id" WHERE p."email" = $1`,
    [couple.sam.email, `B${"A".repeat(86)}`, "A".repeat(22)],
  );
}

test("what is written around a check-in stays with the two: proposals, notes, lines, the loop, agreements, exports and what is brought in", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const two = { mara: couple.mara.page, sam: couple.sam.page };
  const ada = await (await browser.newContext()).newPage();
  await makePerson(ada, someone("Ada"));
  await letNoticesGo(server, couple);
  const lines = await Promise.all([tapTraffic(two.mara, "Mara"), tapTraffic(two.sam, "Sam"), tapTraffic(ada, "Ada")]);
  const [checkInId = ""] = await addPastCheckIns(server, couple, [
    {
      at: Date.now() - 24 * 3_600_000,
      words: {
        moment: said("moment"),
        feelings: [said("feeling")],
        topic: "chores",
        reflection: said("reflection"),
        leaving: said("leaving"),
        wish: said("wish"),
      },
    },
  ]);

  await askForTime(two);
  await writeBeside(two, checkInId);
  await fillTheLoop(two);
  await changeTheAgreement(two);
  await lookFor(two);
  await takeAlong(two, ada);
  const held = () => queryDatabase(server, `SELECT 1 FROM "HeldMail" WHERE "to" = $1`, [couple.sam.email]);
  await expect.poll(async () => (await held()).length, { timeout: 30_000 }).toBeGreaterThan(0);

  const traffic = new Map((await Promise.all(lines.map((line) => line()))).flat());
  expect(findMarks(mark, traffic)).toEqual([]);
  // The lines were listened to: what is sent beside the sealed words is found.
  const sent = new Map([...traffic].filter(([name]) => name.includes(": sent to ")));
  for (const beside of ["counterOf", "noteId"]) expect(findMarks(beside, sent).length).toBeGreaterThan(0);
  const kept = await readServer(server);
  expect(findMarks(mark, kept)).toEqual([]);

  // No proof unless the words were there to be found, sealed, in each of these places, and the notices beside them.
  const rows = (table: string) => kept.get(`table ${table}`)?.toString() ?? "";
  for (const table of ["Proposal", "MarginNote", "Caption", "LoopLane", "ArchivePart"]) {
    expect(rows(table), table).toContain('"words":{"c":');
  }
  expect(rows("Agreement")).toContain('"changed":{"c":');
  expect(rows("Notice")).toContain("proposalCame");
  for (const kind of ["mail ", "push "]) expect([...kept.keys()].some((name) => name.startsWith(kind))).toBe(true);
  // And a word that is planted is found: in a row, in a mail as it is sent, and in what the worker has to do.
  await plant(server);
  const found = findMarks(mark, await readServer(server));
  expect(found).toEqual(expect.arrayContaining(["table Caption", "table graphile_worker._private_jobs"]));
  expect(found.some((name) => name.startsWith("mail "))).toBe(true);
});

async function plant(server: HeardServer): Promise<void> {
  const coded = Buffer.from(`x${mark}`).toString("base64");
  const raw = `Subject: Held\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${mark.slice(0, 6)}=\r\n${mark.slice(6).replace("ö", "=C3=B6")}`;
  await queryDatabase(server, `UPDATE "Caption" SET "words" = $1`, [JSON.stringify({ c: coded })]);
  await queryDatabase(
    server,
    `INSERT INTO "HeldMail" ("id", "to", "subject", "raw") VALUES (gen_random_uuid(), 'sam@example.org', 'Held', $1)`,
    [raw],
  );
  await queryDatabase(
    server,
    `SELECT graphile_worker.add_job('sendNotice', json_build_object('noticeId', $1::text), run_at := now() + interval '1 day')`,
    [mark],
  );
}
