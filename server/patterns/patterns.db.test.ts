import { describe, expect, it } from "vitest";
import { openCheckIn } from "@/server/check-ins/service";
import { act, addCheckIn, newCommandId } from "@/server/check-ins/test-kit";
import { type Partnership, unlink } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { findStanding, hidePatterns, wantPatterns } from "@/server/patterns/service";

openTestDatabase();

/** So many check-ins that were held to the end, as the list has them. */
const addHeld = async ({ coupleId }: Partnership, count: number) => {
  await prisma().checkIn.createMany({
    data: Array.from({ length: count }, (_, n) => ({
      coupleId,
      guideId: "standard",
      guideVersion: 1,
      status: "completed" as const,
      createdAt: new Date(2026, 0, n + 1),
      endedAt: new Date(2026, 0, n + 1, 1),
    })),
  });
};
const addTwo = async (held: number) => {
  const [a, b] = (await addCouple()).seats;
  await addHeld(a, held);
  return { a, b };
};

describe("patterns", () => {
  it("are not spoken of before four check-ins were held to the end; one that ended early does not count", async () => {
    const { a, b, checkInId } = await addCheckIn();
    await act(a, checkInId, { type: "endKindly", words: null });
    await addHeld(a, 3);
    for (const one of [a, b]) await wantPatterns(one, true);
    expect(await findStanding(a)).toEqual({ state: "tooFew" });
    await addHeld(a, 1);
    expect(await findStanding(a)).toMatchObject({ state: "shown" });
    const again = await openCheckIn(a, { guideId: "standard", mode: "written", commandId: newCommandId() });
    expect(again.ok).toBe(true);
  });

  it("need a yes of both, and go with either's taking back", async () => {
    const { a, b } = await addTwo(4);
    expect(await findStanding(a)).toEqual({ state: "asked", mine: false, theirs: false });
    expect(await wantPatterns(a, true)).toEqual({ ok: true, value: null });
    expect(await findStanding(a)).toEqual({ state: "asked", mine: true, theirs: false });
    expect(await findStanding(b)).toEqual({ state: "asked", mine: false, theirs: true });
    await wantPatterns(b, true);
    for (const one of [a, b]) {
      expect(await findStanding(one)).toEqual({ state: "shown", reviews: { kept: 0, partly: 0, change: 0 } });
    }
    await wantPatterns(a, false);
    expect(await findStanding(b)).toEqual({ state: "asked", mine: true, theirs: false });
  });

  it("of two yeses at the same moment both count, and a yes twice counts once", async () => {
    const { a, b } = await addTwo(4);
    await Promise.all([a, b, a].map((one) => wantPatterns(one, true)));
    expect((await findStanding(b)).state).toBe("shown");
    expect(await prisma().patternsConsent.count({ where: { coupleId: a.coupleId } })).toBe(2);
  });

  it("are hidden for both for 30 days by either, who alone is told that it was them", async () => {
    const { a, b } = await addTwo(4);
    expect(await hidePatterns(a, true)).toEqual({ ok: false, refusal: "notWanted" });
    for (const one of [a, b]) await wantPatterns(one, true);
    const before = Date.now();
    await hidePatterns(a, true);
    const [mine, theirs] = [await findStanding(a), await findStanding(b)];
    expect(mine).toMatchObject({ state: "hidden", byMe: true });
    expect(theirs).toMatchObject({ state: "hidden", byMe: false });
    const until = theirs.state === "hidden" ? theirs.until : 0;
    expect(Math.round((until - before) / (24 * 3_600_000))).toBe(30);
    // The other one's showing again does not undo it.
    await hidePatterns(b, false);
    expect((await findStanding(b)).state).toBe("hidden");
    await prisma().patternsConsent.updateMany({ data: { hiddenUntil: new Date(Date.now() - 1) } });
    expect((await findStanding(b)).state).toBe("shown");
    await hidePatterns(a, true);
    await hidePatterns(a, false);
    expect((await findStanding(b)).state).toBe("shown");
  });

  it("of another couple are another couple's, and no yes is taken after an unlink", async () => {
    const [mine, theirs] = [await addTwo(4), await addTwo(4)];
    for (const one of [theirs.a, theirs.b]) await wantPatterns(one, true);
    expect((await findStanding(mine.a)).state).toBe("asked");
    await unlink(mine.b);
    expect(await wantPatterns(mine.a, true)).toEqual({ ok: false, refusal: "notLinked" });
  });
});
