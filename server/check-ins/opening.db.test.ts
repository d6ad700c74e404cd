import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRunning, openCheckIn } from "@/server/check-ins/service";
import { act, actToFirstTurn, addCheckIn, newCommandId, readNow } from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { type Happening, subscribe } from "@/server/publish";

openTestDatabase();

let happenings: Happening[] = [];
let stop = () => {};
beforeEach(() => {
  happenings = [];
  stop = subscribe((happening) => happenings.push(happening));
});
afterEach(() => stop());

const standard = () => ({ guideId: "standard", mode: "written" as const, commandId: newCommandId() });

describe("opening a check-in", () => {
  it("is one for both, and tells their pages", async () => {
    const { seats, mara, sam } = await addCouple();
    happenings = [];
    const opened = await openCheckIn(seats[0], standard());
    if (!opened.ok) throw new Error(opened.refusal);
    for (const seat of seats) expect((await findRunning(seat))?.checkInId).toBe(opened.value.checkInId);
    expect(happenings).toEqual([{ type: "homeChanged", personIds: [mara.personId, sam.personId] }]);
  });

  it("by both at the same moment opens one, and tells the slower that one runs", async () => {
    for (let round = 0; round < 10; round++) {
      const { seats } = await addCouple();
      const answers = await Promise.all(seats.map((seat) => openCheckIn(seat, standard())));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.filter((answer) => !answer.ok).map((answer) => (answer.ok ? "" : answer.refusal))).toEqual([
        "alreadyRunning",
      ]);
    }
  });

  it("again with the same command gives the same one, at once, later and after it has ended", async () => {
    const { seats } = await addCouple();
    const asked = standard();
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => openCheckIn(seats[0], asked)));
    if (!first?.ok) throw new Error("not opened");
    for (const answer of again) expect(answer).toEqual(first);
    await act(seats[1], first.value.checkInId, { type: "endKindly", words: null });
    expect(await openCheckIn(seats[0], asked)).toEqual(first);
    expect(await findRunning(seats[0])).toBeNull();
  });

  it("of a guide that is not offered is invalid", async () => {
    const { seats } = await addCouple();
    expect(await openCheckIn(seats[0], { ...standard(), guideId: "none" })).toEqual({ ok: false, refusal: "invalid" });
  });

  it("lets the one begin who did not go first last time, when nothing else settles it", async () => {
    const checkIn = await addCheckIn();
    await actToFirstTurn(checkIn);
    await act(checkIn.b, checkIn.checkInId, { type: "endKindly", words: null });
    const next = await openCheckIn(checkIn.a, standard());
    if (!next.ok) throw new Error(next.refusal);
    expect((await readNow(checkIn.a, next.value.checkInId)).favoured).toBe("B");
  });

  it("after one in which nobody went first, lets the same one begin", async () => {
    const checkIn = await addCheckIn();
    await actToFirstTurn(checkIn);
    await act(checkIn.b, checkIn.checkInId, { type: "endKindly", words: null });
    // Oftener than a coin would fall to the same side.
    for (let round = 0; round < 8; round++) {
      const brief = await openCheckIn(checkIn.a, { ...standard(), guideId: "daily-five" });
      if (!brief.ok) throw new Error(brief.refusal);
      expect((await readNow(checkIn.a, brief.value.checkInId)).favoured).toBe("B");
      for (const seat of checkIn.seats) await act(seat, brief.value.checkInId, { type: "ready" });
      await act(checkIn.b, brief.value.checkInId, { type: "endKindly", words: null });
    }
  });

  it("at the moment of an unlink either comes before it and is ended, or does not happen", async () => {
    const ends = new Set<string>();
    for (let round = 0; round < 30; round++) {
      const { seats } = await addCouple();
      const [opened] = await Promise.all([openCheckIn(seats[0], standard()), unlink(seats[1])]);
      ends.add(opened.ok ? "opened" : opened.refusal);
      const rows = await prisma().checkIn.findMany({ where: { coupleId: seats[0].coupleId } });
      expect(rows.map(({ status, activeCoupleId }) => [status, activeCoupleId])).toEqual(
        opened.ok ? [["endedEarly", null]] : [],
      );
      if (!opened.ok) expect(opened.refusal).toBe("notAParticipant");
    }
    expect(ends.size).toBeGreaterThan(0);
  });
});
