import { describe, expect, it } from "vitest";
import { checkInIdSchema } from "@/lib/ids";
import { findLastEnded, findOpener, listEnded, openCheckIn } from "@/server/check-ins/service";
import { act, addCheckIn, newCommandId } from "@/server/check-ins/test-kit";
import type { Partnership } from "@/server/couples/service";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const open = async (partnership: Partnership) => {
  const opened = await openCheckIn(partnership, { guideId: "standard", mode: "written", commandId: newCommandId() });
  if (!opened.ok) throw new Error(`not opened: ${opened.refusal}`);
  return opened.value.checkInId;
};
type Pair = { a: Partnership; b: Partnership };
const leave = (partnership: Partnership, checkInId: Awaited<ReturnType<typeof open>>) =>
  act(partnership, checkInId, { type: "endKindly", words: null });
/** Both came to it, and then it ended. */
const hold = async ({ a, b }: Pair, checkInId: Awaited<ReturnType<typeof open>>) => {
  await act(a, checkInId, { type: "ready" });
  await act(b, checkInId, { type: "ready" });
  await leave(b, checkInId);
};

describe("looking back", () => {
  it("tells which check-ins had a pause, of the own couple only, newest first and without the running one", async () => {
    const mine = await addCheckIn();
    const theirs = await addCheckIn();
    await act(theirs.a, theirs.checkInId, { type: "pause", minutes: 20 });
    await leave(theirs.a, theirs.checkInId);
    await hold(mine, mine.checkInId);
    const second = await open(mine.b);
    await act(mine.a, second, { type: "ready" });
    await act(mine.b, second, { type: "ready" });
    await act(mine.b, second, { type: "pause", minutes: 20 });
    await leave(mine.b, second);
    await open(mine.a);
    expect((await listEnded(mine.b, null, 10)).map(({ id, tookAPause }) => [id, tookAPause])).toEqual([
      [second, true],
      [mine.checkInId, false],
    ]);
  });

  it("goes on after the last line of a page, and neither skips nor repeats one", async () => {
    const { a, b, checkInId } = await addCheckIn();
    await hold({ a, b }, checkInId);
    const ids: string[] = [checkInId];
    for (let count = 0; count < 3; count++) {
      const next = await open(a);
      await hold({ a, b }, next);
      ids.unshift(next);
    }
    const [first, last] = await listEnded(a, null, 2);
    expect([first?.id, last?.id]).toEqual(ids.slice(0, 2));
    expect((await listEnded(a, last ?? null, 2)).map(({ id }) => id)).toEqual(ids.slice(2));
  });

  it("leaves out one that was over before both were there, and asks nobody else to begin for it", async () => {
    const { a, b, checkInId } = await addCheckIn();
    await hold({ a, b }, checkInId);
    const second = await open(b);
    await act(a, second, { type: "ready" });
    await leave(b, second);
    // A pause asked for in the lobby does not make it one that was held.
    const third = await open(b);
    await act(a, third, { type: "pause", minutes: 20 });
    await leave(b, third);
    expect((await listEnded(a, null, 10)).map(({ id }) => id)).toEqual([checkInId]);
    expect((await findLastEnded(b))?.checkInId).toBe(checkInId);
  });

  it("knows who opened a check-in, and nothing of another couple's", async () => {
    const mine = await addCheckIn();
    const theirs = await addCheckIn();
    expect(await findOpener(mine.b, mine.checkInId)).toBe("A");
    expect(await findOpener(mine.b, theirs.checkInId)).toBeNull();
    expect(await findOpener(mine.b, checkInIdSchema.parse("01890000-0000-7000-8000-000000000000"))).toBeNull();
    await leave(mine.b, mine.checkInId);
    expect(await findOpener(mine.a, await open(mine.b))).toBe("B");
  });

  it("remembers the last one that ended, once there is one", async () => {
    const { a, b, checkInId } = await addCheckIn();
    expect(await findLastEnded(a)).toBeNull();
    await hold({ a, b }, checkInId);
    await open(b);
    expect((await findLastEnded(b))?.checkInId).toBe(checkInId);
  });
});
