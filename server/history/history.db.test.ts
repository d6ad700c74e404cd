import { describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import { openCheckIn } from "@/server/check-ins/service";
import { act, actToFirstTurn, addCheckIn, newCommandId } from "@/server/check-ins/test-kit";
import type { Partnership } from "@/server/couples/service";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { cursorOf, readCursor } from "@/server/history/cursor";
import { listLines, listWords } from "@/server/history/service";

openTestDatabase();

/** One that got as far as the first turn and ended kindly. */
const hold = async (partnership: Partnership, other: Partnership) => {
  const opened = await openCheckIn(partnership, { guideId: "standard", mode: "written", commandId: newCommandId() });
  if (!opened.ok) throw new Error(opened.refusal);
  const { checkInId } = opened.value;
  await shareAndEnd(partnership, other, checkInId);
  return checkInId;
};
const shareAndEnd = async (a: Partnership, b: Partnership, checkInId: Parameters<typeof act>[1]) => {
  const both = async (command: Parameters<typeof act>[2]) => {
    await act(a, checkInId, command);
    return act(b, checkInId, command);
  };
  for (let gather = 0; gather < 3; gather++) await both({ type: "ready" });
  await both({ type: "pick", option: "either" });
  await both({ type: "pass" });
  const state = await both({ type: "readOn" });
  const speaker = state.table.inner.kind === "turn" && state.table.inner.speaker === b.seat ? b : a;
  await act(speaker, checkInId, { type: "share", words: sealedOf("shared") });
  await act(a, checkInId, { type: "pause", minutes: 20 });
  await act(b, checkInId, { type: "endKindly", words: null });
};
const addEnded = async () => {
  const checkIn = await addCheckIn();
  await shareAndEnd(checkIn.a, checkIn.b, checkIn.checkInId);
  return checkIn;
};
const kindsIn = (page: Awaited<ReturnType<typeof listWords>>) =>
  page.checkIns.map(({ writings }) => writings?.map(({ kind }) => kind));

describe("the words of a page", () => {
  it("go with the line, for their own couple alone, and say how many there are on the first page", async () => {
    const [mine, theirs] = [await addEnded(), await addEnded()];
    const page = await listWords(mine.b, null, 10, "all");
    expect(page).toMatchObject({ next: null, total: 1 });
    expect(page.checkIns).toMatchObject([
      { checkInId: mine.checkInId, status: "endedEarly", tookAPause: true, writings: [{ kind: "piece" }] },
    ]);
    expect(page.checkIns[0]?.writings?.[0]?.words).toEqual(sealedOf("shared"));
    expect(JSON.stringify(page)).not.toContain(theirs.checkInId);
    expect(
      await listWords(mine.a, readCursor(cursorOf({ openedAt: 1, checkInId: mine.checkInId })), 10, "all"),
    ).toEqual({ checkIns: [], next: null, total: null });
  });

  it("go on where the page before ended, as the lines do", async () => {
    const { a, b, checkInId } = await addEnded();
    const ids: string[] = [checkInId];
    for (let count = 0; count < 2; count++) ids.unshift(await hold(a, b));
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listWords>> = await listWords(a, readCursor(next), 2, "chips");
      const lines = await listLines(a, readCursor(next), 2);
      expect(page.checkIns.map(({ writings, ...line }) => line)).toEqual(lines.checkIns);
      expect(page.next).toBe(lines.next);
      seen.push(...page.checkIns.map((line) => line.checkInId));
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual(ids);
  });

  it("hold of a reveal that was never opened one's own half alone, and of a turn no attempt (promise 6)", async () => {
    const { a, b, checkInId } = await addCheckIn();
    for (let gather = 0; gather < 3; gather++) {
      for (const one of [a, b]) await act(one, checkInId, { type: "ready" });
    }
    for (const one of [a, b]) await act(one, checkInId, { type: "pick", option: "A" });
    await act(a, checkInId, { type: "write", words: sealedOf("warm-a") });
    await act(b, checkInId, { type: "endKindly", words: null });
    expect(kindsIn(await listWords(a, null, 10, "all"))).toEqual([["appreciation"]]);
    expect(kindsIn(await listWords(b, null, 10, "all"))).toEqual([[]]);

    const turn = await addCheckIn();
    await actToFirstTurn(turn);
    await act(turn.a, turn.checkInId, { type: "share", words: sealedOf("piece") });
    await act(turn.b, turn.checkInId, { type: "listened" });
    await act(turn.b, turn.checkInId, { type: "reflect", words: sealedOf("first-try") });
    await act(turn.a, turn.checkInId, { type: "confirm", answer: "notQuite", words: sealedOf("mattered") });
    await act(turn.b, turn.checkInId, { type: "reflect", words: sealedOf("second-try") });
    await act(turn.a, turn.checkInId, { type: "endKindly", words: null });
    const text = JSON.stringify(await listWords(turn.a, null, 10, "all"));
    expect(text).toContain("second-try");
    expect(text).not.toMatch(/first-try|mattered|notQuite/);
    expect(kindsIn(await listWords(turn.a, null, 10, "chips"))).toEqual([["piece"]]);
  });

  it("of a log that cannot be read are none, and the others are all there", async () => {
    const { a, b, checkInId } = await addEnded();
    const second = await hold(a, b);
    await pool().query(`DELETE FROM "CheckInEvent" WHERE "checkInId" = $1 AND "seq" = 3`, [checkInId]);
    const page = await listWords(a, null, 10, "all");
    expect(page.checkIns.map(({ checkInId, writings }) => [checkInId, writings?.length ?? null])).toEqual([
      [second, 1],
      [checkInId, null],
    ]);
  });
});

describe("a cursor", () => {
  it("that nobody made here is none", () => {
    const id = "01890000-0000-7000-8000-000000000000";
    for (const text of ["", "x", `99999999999999.${id}`, `1.${id}x`, "1.%00", `-1.${id}`, `1.5.${id}`, null]) {
      expect(readCursor(text), String(text)).toBeNull();
    }
    expect(readCursor(`1.${id}`)).toEqual({ createdAt: new Date(1), id });
  });

  it("of another couple's leads nowhere but through one's own", async () => {
    const [mine, theirs] = [await addEnded(), await addEnded()];
    const row = await prisma().checkIn.findUniqueOrThrow({ where: { id: theirs.checkInId } });
    const cursor = readCursor(cursorOf({ openedAt: row.createdAt.getTime(), checkInId: theirs.checkInId }));
    const page = await listLines(mine.a, cursor, 10);
    expect(page.checkIns.map(({ checkInId }) => checkInId)).toEqual([mine.checkInId]);
  });
});
