import type { Page } from "@playwright/test";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import {
  addOneThing,
  askForAnotherTry,
  composePiece,
  enterRoom,
  holdFromTheSwap,
  holdUpToTheFirstTurn,
  makeSense,
  openCheckIn,
  press,
  reads,
  sayBack,
  sayThatWasAll,
  tableOf,
  takeIn,
  wordsWith,
  write,
} from "./hold-check-in";
import type { HeardServer } from "./start-server";

test.use({ actionTimeout: 15_000 });

type Row = { seq: number; type: string; commandId: string };

const readLog = async (server: HeardServer, checkInId: string): Promise<Row[]> =>
  (
    await queryDatabase(
      server,
      `SELECT "seq", "type", "commandId" FROM "CheckInEvent" WHERE "checkInId" = $1 ORDER BY "seq"`,
      [checkInId],
    )
  ).map(({ seq, type, commandId }) => ({ seq: Number(seq), type: String(type), commandId: String(commandId) }));

/** Every turn is there once: no gap in the numbers, and no command twice. */
function expectWhole(log: Row[]): void {
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  expect(new Set(log.map(({ commandId }) => commandId)).size).toBe(log.length);
}

const countOf = (log: Row[], type: string): number => log.filter((row) => row.type === type).length;

/** What one whole check-in by e2e/hold-check-in.ts writes, each line a command that somebody gave once. */
const wholeCheckIn = {
  opened: 1,
  readied: 8,
  picked: 2,
  wrote: 4,
  readOn: 4,
  shared: 2,
  listened: 2,
  reflected: 4,
  confirmed: 4,
  shareDone: 2,
  empathised: 2,
  thanked: 2,
  asked: 2,
  answered: 2,
  settled: 4,
};

test("a reload of both sides in mid-turn loses no word and doubles none", async ({ browser, server }) => {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const table = tableOf(couple);
  const { mara, sam } = table;
  const words = wordsWith("Hagebutte");
  const checkInId = await openCheckIn(server, couple.coupleId);
  await enterRoom(table, checkInId);
  const reloadBoth = async () => {
    for (const { page } of [mara, sam]) {
      await page.evaluate(sealed);
      await page.reload();
    }
  };

  await holdUpToTheFirstTurn(table, words);
  const { opening, ...begun } = words.piece("Mara");
  await composePiece(mara, begun);
  await reloadBoth();
  for (const kept of Object.values(begun)) await reads(mara, kept);
  await expect(sam.page.getByText(begun.moment)).toHaveCount(0);
  await press(mara, "Opening");
  await write(mara, "Opening line", opening);
  await press(mara, "Hand over");
  await reads(sam, opening);

  await reloadBoth();
  await reads(sam, begun.moment);
  await takeIn(mara, sam);
  await write(sam, "What I heard is", words.firstTry("Mara"));
  await reloadBoth();
  await expect(sam.page.getByRole("textbox", { name: "What I heard is" })).toHaveValue(words.firstTry("Mara"));
  await sayBack(mara, sam, words.firstTry("Mara"));
  await askForAnotherTry(mara, sam, words.mattersMost("Mara"));
  await sayBack(mara, sam, words.reflection("Mara"));
  await reloadBoth();
  await addOneThing(mara, words.oneThing("Mara"));
  await sayThatWasAll(mara);
  await makeSense(mara, sam, words.empathy("Mara"));
  await holdFromTheSwap(table, words);

  const log = await readLog(server, checkInId);
  expectWhole(log);
  for (const [type, times] of Object.entries(wholeCheckIn)) expect([type, countOf(log, type)]).toEqual([type, times]);
});

test("the server is killed before, during and after a command, and every acknowledged turn is there once", async ({
  browser,
  server,
}) => {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const table = tableOf(couple);
  const { mara, sam } = table;
  const lines = { mara: await tapLine(mara.page), sam: await tapLine(sam.page) };
  const words = wordsWith("Sanddorn");
  const checkInId = await openCheckIn(server, couple.coupleId);
  await enterRoom(table, checkInId);
  await holdUpToTheFirstTurn(table, words);

  // Committed, and nobody heard of it: the answer and the view are lost with the line.
  await reads(mara, "Take the floor.");
  const answered = lines.mara.loseTheAnswer();
  const before = await readLog(server, checkInId);
  await composePiece(mara, words.piece("Mara"));
  const committed = answered.then(() => server.kill());
  await press(mara, "Hand over");
  await committed;
  await server.start();
  await reads(sam, words.piece("Mara").moment);
  expect(countOf(await readLog(server, checkInId), "shared")).toBe(1);
  expect(await readLog(server, checkInId)).toHaveLength(before.length + 1);

  // Killed at the very moment at which the command leaves: it is there or it is not, and it is sent again.
  await takeIn(mara, sam);
  await write(sam, "What I heard is", words.firstTry("Mara"));
  const left = lines.sam.whenCommandLeaves("pass").then(() => server.kill());
  await press(sam, "Say it back");
  await left;
  await server.start();
  await reads(mara, words.firstTry("Mara"));

  // It never arrives: the line swallowed it, and the server dies.
  await press(mara, "Not quite");
  await write(mara, "The part that matters most", words.mattersMost("Mara"));
  const swallowed = lines.mara.whenCommandLeaves("swallow").then(() => server.kill());
  await press(mara, "Ask for another try");
  await swallowed;
  await server.start();
  await reads(sam, words.mattersMost("Mara"));

  await sayBack(mara, sam, words.reflection("Mara"));
  await addOneThing(mara, words.oneThing("Mara"));
  await sayThatWasAll(mara);
  await makeSense(mara, sam, words.empathy("Mara"));
  await holdFromTheSwap(table, words);

  const log = await readLog(server, checkInId);
  expectWhole(log);
  for (const [type, times] of Object.entries(wholeCheckIn)) expect([type, countOf(log, type)]).toEqual([type, times]);
  const written = new Set(log.map(({ commandId }) => commandId));
  const acknowledged = [...lines.mara.acknowledged, ...lines.sam.acknowledged];
  expect(acknowledged.length).toBeGreaterThan(40);
  expect(acknowledged.filter((commandId) => !written.has(commandId))).toEqual([]);
});

/** What is typed is sealed before it is kept: this waits for what was begun before it. Runs in the page. */
const sealed = async (): Promise<void> => {
  await crypto.subtle.digest("SHA-256", new Uint8Array(1));
  await new Promise((resolve) => setTimeout(resolve));
};

const commandFrame = /^42(\d+)\["room:command",.*"commandId":"([0-9a-f-]{36})"/;
const answerFrame = /^43(\d+)\[\{"ok":true/;

/** Stands in a page's line to the server, and keeps a ledger of the commands whose acknowledgement reached the page. */
async function tapLine(page: Page) {
  const acknowledged = new Set<string>();
  let losing: (() => void) | null = null;
  let leaving: { how: "pass" | "swallow"; left(): void } | null = null;
  await page.routeWebSocket(/\/socket\.io\//, (route) => {
    const server = route.connectToServer();
    const asked = new Map<string, string>();
    let deaf = false;
    route.onMessage((message) => {
      const [, question, commandId] = commandFrame.exec(String(message)) ?? [];
      if (question === undefined || commandId === undefined) return server.send(message);
      asked.set(question, commandId);
      deaf = losing !== null;
      const { how, left } = leaving ?? { how: "pass", left: () => undefined };
      leaving = null;
      if (how === "pass") server.send(message);
      left();
    });
    server.onMessage((message) => {
      const [, answer = ""] = answerFrame.exec(String(message)) ?? [];
      const commandId = asked.get(answer);
      if (deaf && commandId !== undefined) {
        losing?.();
        losing = null;
      }
      if (deaf) return;
      if (commandId !== undefined) acknowledged.add(commandId);
      route.send(message);
    });
  });
  return {
    acknowledged,
    /** The next command is carried out, and its page hears nothing more by this line. Resolves with the lost answer. */
    loseTheAnswer: () =>
      new Promise<void>((resolve) => {
        losing = resolve;
      }),
    /** Resolves when the next command has gone, to the server or to nowhere. */
    whenCommandLeaves: (how: "pass" | "swallow") =>
      new Promise<void>((resolve) => {
        leaving = { how, left: resolve };
      }),
  };
}
