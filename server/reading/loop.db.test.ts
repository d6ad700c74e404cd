import { describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import { caughtEveryMs, hasMet, type Yes } from "@/lib/reading/loop";
import { act, actToFirstTurn, addCheckIn, newCommandId } from "@/server/check-ins/test-kit";
import { type Partnership, unlink } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import {
  catchLoop,
  chooseShape,
  emptyLane,
  findLoop,
  listOwnPieces,
  saveLane,
  sayYes,
  takeBackYes,
  undoCatch,
} from "@/server/reading/loop";

openTestDatabase();

const done = { ok: true, value: null };
const refused = (refusal: string) => ({ ok: false, refusal });
const laneOf = (mark: string, version = 0) => ({ wordsId: newCommandId(), version, words: sealedOf(mark) });

const couple = async () => {
  const { seats } = await addCouple();
  return { a: seats[0], b: seats[1] };
};
/** Both lanes filled and a shape chosen, with no yes yet. */
const wholeLoop = async () => {
  const at = await couple();
  await saveLane(at.a, laneOf("mine"));
  await saveLane(at.b, laneOf("theirs"));
  await chooseShape(at.a, { shape: "reachAndRetreat", version: 0 });
  const yes: Yes = { A: 1, B: 1, shape: "reachAndRetreat" };
  return { ...at, yes };
};
const metLoop = async () => {
  const at = await wholeLoop();
  await sayYes(at.a, at.yes);
  await sayYes(at.b, at.yes);
  return at;
};

describe("a lane", () => {
  it("is filled by its own seat alone, and both find both", async () => {
    const { a, b } = await couple();
    expect(await saveLane(a, laneOf("mine"))).toEqual({ ok: true, value: { version: 1 } });
    expect(await saveLane(b, laneOf("theirs"))).toEqual({ ok: true, value: { version: 1 } });
    const { lanes, yeses, shape } = await findLoop(b);
    expect(lanes).toMatchObject({ A: { seat: "A", words: sealedOf("mine") }, B: { words: sealedOf("theirs") } });
    expect([yeses, shape]).toEqual([[], null]);
  });

  it("saved from two devices at once is saved once; the later one is told that it changed meanwhile", async () => {
    const { a } = await couple();
    const [one, two] = [laneOf("one"), laneOf("two")];
    const answers = await Promise.all([saveLane(a, one), saveLane(a, two)]);
    expect(answers).toContainEqual({ ok: true, value: { version: 1 } });
    expect(answers).toContainEqual(refused("changedMeanwhile"));
    const saved = answers[0].ok ? one : two;
    expect((await findLoop(a)).lanes.A).toMatchObject({ wordsId: saved.wordsId, version: 1 });
    expect(await saveLane(a, saved)).toEqual({ ok: true, value: { version: 1 } });
  });
});

describe("a lane that is taken back", () => {
  it("leaves no words, opens the loop, and no yes of before ever fits again", async () => {
    const { a, b, yes } = await metLoop();
    expect(await emptyLane(b, { version: 0 })).toEqual(refused("changedMeanwhile"));
    for (const _ of [1, 2]) expect(await emptyLane(b, { version: 1 })).toEqual(done);
    const loop = await findLoop(a);
    expect(loop).toMatchObject({ lanes: { B: null }, versions: { A: 1, B: 2 }, yeses: [] });
    expect(loop.lanes.A?.words).toEqual(sealedOf("mine"));
    const kept = await prisma().loopLane.findMany({ where: { coupleId: a.coupleId }, select: { words: true } });
    expect(JSON.stringify(kept)).not.toContain(sealedOf("theirs").c);
    expect(await sayYes(a, yes)).toEqual(refused("notWhole"));
    expect(await saveLane(b, laneOf("again", 1))).toEqual(refused("changedMeanwhile"));
    expect(await saveLane(b, laneOf("again", 2))).toEqual({ ok: true, value: { version: 3 } });
    expect(await sayYes(a, yes)).toEqual(refused("changedMeanwhile"));
    expect((await findLoop(a)).yeses).toEqual([]);
  });
});

describe("a loop", () => {
  it("meets once by two yeses at the same moment", async () => {
    for (let round = 0; round < 8; round++) {
      const { a, b, yes } = await wholeLoop();
      const answers = await Promise.all([sayYes(a, yes), sayYes(b, yes)]);
      expect(answers.filter((answer) => answer.ok && answer.value.met)).toHaveLength(1);
      expect(hasMet(await findLoop(a))).toBe(true);
      expect(await sayYes(a, yes)).toEqual({ ok: true, value: { met: false } });
    }
  });

  it("takes no yes to what is not whole, or to what was on an older screen", async () => {
    const { a, b } = await couple();
    const early: Yes = { A: 1, B: 0, shape: "bothReach" };
    await saveLane(a, laneOf("mine"));
    expect(await sayYes(a, early)).toEqual(refused("notWhole"));
    await saveLane(b, laneOf("theirs"));
    expect(await sayYes(a, { ...early, B: 1 })).toEqual(refused("notWhole"));
    await chooseShape(b, { shape: "bothRetreat", version: 0 });
    expect(await sayYes(a, { ...early, B: 1 })).toEqual(refused("changedMeanwhile"));
    expect(await sayYes(a, { A: 1, B: 0, shape: "bothRetreat" })).toEqual(refused("changedMeanwhile"));
    expect((await findLoop(a)).yeses).toEqual([]);
  });

  it("is open again after a lane or the shape changes, whoever was faster", async () => {
    for (let round = 0; round < 6; round++) {
      const { a, b, yes } = await wholeLoop();
      await sayYes(a, yes);
      await Promise.all([sayYes(b, yes), saveLane(a, laneOf("changed", 1))]);
      expect((await findLoop(a)).yeses).toEqual([]);
    }
    const { a, b } = await metLoop();
    await chooseShape(b, { shape: "bothReach", version: 1 });
    expect((await findLoop(a)).yeses).toEqual([]);
    expect(await chooseShape(a, { shape: "bothRetreat", version: 1 })).toEqual(refused("changedMeanwhile"));
  });

  it("is let go by either's taking the yes back", async () => {
    const { a, b } = await metLoop();
    expect(await takeBackYes(b)).toEqual(done);
    expect((await findLoop(a)).yeses).toEqual(["A"]);
  });

  it("is nobody else's and closes with an unlink", async () => {
    const { a, b, yes } = await metLoop();
    await unlink(a);
    const gone: Partnership = b;
    expect(await saveLane(gone, laneOf("late", 1))).toEqual(refused("notAParticipant"));
    expect(await emptyLane(gone, { version: 1 })).toEqual(refused("notAParticipant"));
    expect(await chooseShape(gone, { shape: "bothReach", version: 1 })).toEqual(refused("notAParticipant"));
    expect(await sayYes(gone, yes)).toEqual(refused("notAParticipant"));
    expect(await takeBackYes(gone)).toEqual(refused("notAParticipant"));
    expect(await catchLoop(gone, Date.now())).toEqual(refused("notAParticipant"));
    expect(await undoCatch(gone, Date.now())).toEqual(refused("notAParticipant"));
    expect(await findLoop(gone)).toMatchObject({ yeses: ["A", "B"], caught: 0 });
  });
});

describe("times we caught it", () => {
  const now = Date.UTC(2026, 0, 4, 19, 30);

  it("grow by one a minute for both together, whoever presses", async () => {
    const { a, b } = await metLoop();
    const both = await Promise.all([catchLoop(a, now), catchLoop(b, now)]);
    expect(both).toContainEqual(done);
    expect(both).toContainEqual(refused("justCaught"));
    expect(await catchLoop(a, now + caughtEveryMs - 1)).toEqual(refused("justCaught"));
    expect(await catchLoop(b, now + caughtEveryMs)).toEqual(done);
    expect(await findLoop(a)).toMatchObject({ caught: 2, caughtAt: now + caughtEveryMs });
  });

  it("are taken back once and within a minute", async () => {
    const { a, b } = await metLoop();
    await catchLoop(a, now);
    const both = await Promise.all([undoCatch(a, now + 1000), undoCatch(b, now + 1000)]);
    expect(both).toContainEqual(done);
    expect(both).toContainEqual(refused("tooLate"));
    expect((await findLoop(a)).caught).toBe(0);
    await catchLoop(b, now + 2000);
    expect(await undoCatch(b, now + 2000 + caughtEveryMs)).toEqual(refused("tooLate"));
    expect((await findLoop(a)).caught).toBe(1);
  });

  it("are counted only while the lanes meet", async () => {
    const { a } = await wholeLoop();
    expect(await catchLoop(a, now)).toEqual(refused("notMet"));
  });
});

describe("pieces of one's own", () => {
  it("come sealed, the own ones alone, of ended check-ins of this couple alone", async () => {
    const checkIn = await addCheckIn();
    await actToFirstTurn(checkIn);
    const { a, b, checkInId } = checkIn;
    await act(a, checkInId, { type: "share", words: sealedOf("mine") });
    expect(await listOwnPieces(a)).toEqual([]);
    await act(b, checkInId, { type: "endKindly", words: null });
    expect(await listOwnPieces(a)).toMatchObject([{ checkInId, words: sealedOf("mine") }]);
    expect(await listOwnPieces(b)).toEqual([]);
    const other = await addCouple();
    expect(await listOwnPieces(other.seats[0])).toEqual([]);
  });
});
