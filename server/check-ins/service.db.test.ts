import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lapsesAfterBreak } from "@/lib/check-in/decide";
import { exampleOf, sealedOf } from "@/lib/check-in/test-kit";
import { viewFor } from "@/lib/check-in/view";
import { checkInIdSchema } from "@/lib/ids";
import { append } from "@/server/check-ins/repository";
import { enter, findHeldState, findRunning, listEnded, openCheckIn, run } from "@/server/check-ins/service";
import { releaseAllStates } from "@/server/check-ins/states";
import {
  act,
  actToFirstTurn,
  addCheckIn,
  envelopeOf,
  newCommandId,
  readLog,
  readNow,
  type TestCheckIn,
} from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { pool, prisma } from "@/server/database/client";
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
const unheard = checkInIdSchema.parse("01890000-0000-7000-8000-000000000000");

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

describe("promise 8: the log is the truth", () => {
  it("a restarted server goes on where it was", async () => {
    const checkIn = await addCheckIn();
    const before = await actToFirstTurn(checkIn);
    releaseAllStates();
    const answer = await run(
      checkIn.a,
      checkIn.checkInId,
      envelopeOf({ type: "share", words: sealedOf("x") }, before.step),
    );
    expect(answer).toMatchObject({ ok: true, value: { version: before.version + 1 } });
    releaseAllStates();
    expect(await readNow(checkIn.b, checkIn.checkInId)).toEqual(answer.ok && answer.value.state);
  });

  it("whatever two people do, what is held in memory is what the log says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.boolean()), { maxLength: 40 }), async (moves) => {
        const checkIn = await addCheckIn("spoken");
        await enter(checkIn.a, checkIn.checkInId, { keep: true });
        for (const [first, choice, restart] of moves) {
          const seat = first ? checkIn.a : checkIn.b;
          if (restart && choice % 5 === 0) releaseAllStates();
          const state = await readNow(seat, checkIn.checkInId);
          const { legal } = viewFor(state, seat.seat);
          const type = legal[choice % Math.max(1, legal.length)];
          if (!type) continue;
          await run(seat, checkIn.checkInId, envelopeOf(exampleOf(type, state), state.step));
        }
        const held = findHeldState(checkIn.a, checkIn.checkInId);
        releaseAllStates();
        const folded = await readNow(checkIn.b, checkIn.checkInId);
        if (held) expect(folded).toEqual(held);
        const row = await prisma().checkIn.findUniqueOrThrow({ where: { id: checkIn.checkInId } });
        expect(row.status).toBe(viewFor(folded, "A").status);
        expect(row.activeCoupleId === null).toBe(folded.end !== null);
      }),
      { numRuns: 15 },
    );
  });
});

describe("promise 9: once", () => {
  it("a double click, two tabs and a late retry after a restart change nothing twice and are all answered alike", async () => {
    const checkIn = await addCheckIn();
    const before = await actToFirstTurn(checkIn);
    const share = envelopeOf({ type: "share", words: sealedOf("once") }, before.step);
    const answers = await Promise.all([1, 2, 3].map(() => run(checkIn.a, checkIn.checkInId, share)));
    releaseAllStates();
    const late = await run(checkIn.a, checkIn.checkInId, share);
    for (const answer of [...answers, late]) {
      expect(answer).toMatchObject({ ok: true, value: { version: before.version + 1 } });
    }
    const log = await readLog(checkIn.a, checkIn.checkInId);
    expect(log.filter(({ commandId }) => commandId === share.commandId)).toHaveLength(1);
  });

  it("a retry long after is told the version of now", async () => {
    const checkIn = await addCheckIn();
    const ready = envelopeOf({ type: "ready" }, 0);
    await run(checkIn.a, checkIn.checkInId, ready);
    const later = await act(checkIn.b, checkIn.checkInId, { type: "ready" });
    expect(await run(checkIn.a, checkIn.checkInId, ready)).toMatchObject({
      ok: true,
      value: { version: later.version },
    });
  });
});

describe("both at the same moment", () => {
  it("with commands for one step: one moves it, and the other is told that it moved", async () => {
    const checkIn = await addCheckIn();
    const { a, b, checkInId } = checkIn;
    await actToFirstTurn(checkIn);
    await act(a, checkInId, { type: "share", words: sealedOf(1) });
    const { step } = await act(b, checkInId, { type: "listened" });
    // Two devices of the listener, each with words of its own.
    const [one, two] = await Promise.all(
      ["one", "two"].map((mark) => run(b, checkInId, envelopeOf({ type: "reflect", words: sealedOf(mark) }, step))),
    );
    expect([one?.ok, two?.ok].sort()).toEqual([false, true]);
    expect([one, two].find((answer) => !answer?.ok)).toEqual({ ok: false, refusal: "stepMoved" });
  });

  it("in any order of arrival, from this node and from another: nothing lost, nothing doubled, no gap", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }),
        async (scheduler, who) => {
          const checkIn = await addCheckIn();
          await enter(checkIn.a, checkIn.checkInId, { keep: true });
          const commands = who.map((first, index) => ({
            partner: first ? checkIn.a : checkIn.b,
            envelope: envelopeOf(index % 2 === 0 ? { type: "ready" } : { type: "slowDown" }, 0),
          }));
          const answers = Promise.all(
            commands.map(async ({ partner, envelope }, index) => {
              await scheduler.schedule(Promise.resolve(), `command ${index}`);
              if (index === 1) await anotherNode(checkIn);
              return run(partner, checkIn.checkInId, envelope);
            }),
          );
          await scheduler.waitFor(answers);
          const accepted = (await answers).flatMap((answer, index) =>
            answer.ok ? [commands[index]?.envelope.commandId] : [],
          );
          const log = await readLog(checkIn.a, checkIn.checkInId);
          expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
          for (const commandId of accepted)
            expect(log.filter((event) => event.commandId === commandId)).toHaveLength(1);
          expect(log).toHaveLength(1 + accepted.length + 1);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("a state that another node has left behind refuses nobody", async () => {
    const checkIn = await addCheckIn();
    await enter(checkIn.a, checkIn.checkInId, { keep: true });
    const stale = findHeldState(checkIn.a, checkIn.checkInId);
    await anotherNode(checkIn);
    expect(findHeldState(checkIn.a, checkIn.checkInId)).toBe(stale);
    const back = await run(checkIn.b, checkIn.checkInId, envelopeOf({ type: "extend", minutes: 30 }, 0));
    expect(back.ok).toBe(true);
  });
});

/** A pause by A that this process does not hear of. */
const anotherNode = async ({ a, checkInId }: TestCheckIn) => {
  const { version } = await readNowUnheld(a, checkInId);
  const at = Date.now();
  const event = { type: "paused", seat: "A", at, commandId: newCommandId(), until: at + 60_000 } as const;
  const { coupleId, personId } = a;
  const one = {
    coupleId,
    checkInId,
    personId,
    version,
    event,
    moved: { status: "onBreak", endedAt: null, begun: false },
  } as const;
  if ((await append(one)) === "stale") await anotherNode({ a, checkInId } as TestCheckIn);
};
const readNowUnheld = async (a: TestCheckIn["a"], checkInId: TestCheckIn["checkInId"]) => {
  const last = await prisma().checkInEvent.aggregate({
    where: { coupleId: a.coupleId, checkInId },
    _max: { seq: true },
  });
  return { version: last._max.seq ?? 0 };
};

describe("promise 10: two chairs", () => {
  it("a third person, a wrong id and an id of nobody get one and the same answer and change nothing", async () => {
    const [mine, theirs] = [await addCheckIn(), await addCheckIn()];
    await enter(theirs.a, theirs.checkInId, { keep: true });
    const ready = envelopeOf({ type: "ready" }, 0);
    for (const checkInId of [theirs.checkInId, unheard]) {
      expect(await run(mine.a, checkInId, ready)).toEqual({ ok: false, refusal: "notAParticipant" });
      expect(await enter(mine.a, checkInId, { keep: true })).toBeNull();
    }
    expect(await readLog(theirs.a, theirs.checkInId)).toHaveLength(1);
    expect(await listEnded(mine.a, null, 10)).toEqual([]);
  });
});

describe("promise 11: unlinked is over", () => {
  it("nothing is accepted after an unlink, whatever was under way", { timeout: 60_000 }, async () => {
    const beforeAfter = { before: 0, after: 0 };
    for (let round = 0; round < 60; round++) {
      const { a, b, checkInId } = await addCheckIn();
      if (round % 2 === 0) await enter(a, checkInId, { keep: true });
      let isUnlinked = false;
      const storm = async (seat: typeof a) => {
        // However long the unlink takes: until it is over, and a little on.
        for (let count = 0, late = 0; late < 2; count++) {
          const afterwards = isUnlinked;
          if (afterwards) late += 1;
          const answer = await run(seat, checkInId, envelopeOf({ type: count % 2 ? "slowDown" : "ready" }, 0));
          if (afterwards) {
            expect(answer).toEqual({ ok: false, refusal: "notAParticipant" });
            beforeAfter.after += 1;
          } else if (answer.ok) beforeAfter.before += 1;
          else expect(["notAParticipant", "ended", "stepMoved", "notYourTurn"]).toContain(answer.refusal);
        }
      };
      const ending = async () => {
        for (let turns = round % 7; turns > 0; turns--) await pool().query("SELECT 1");
        expect(await unlink(round % 3 ? a : b)).toEqual({ ok: true, value: null });
        isUnlinked = true;
      };
      await Promise.all([storm(a), storm(b), ending()]);
      const log = await prisma().checkInEvent.findMany({ where: { checkInId }, orderBy: { seq: "asc" } });
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      expect(log.filter(({ type }) => type === "unlinked")).toHaveLength(1);
      expect(log.at(-1)?.type).toBe("unlinked");
      expect(await prisma().checkIn.findUnique({ where: { id: checkInId } })).toMatchObject({
        status: "endedEarly",
        activeCoupleId: null,
      });
      expect(await enter(a, checkInId, { keep: false })).toBeNull();
    }
    expect(beforeAfter.before).toBeGreaterThan(0);
    expect(beforeAfter.after).toBeGreaterThan(0);
  });
});

describe("promise 18: nothing by itself", () => {
  it("a break that nobody came back from is ended for whoever looks 12 hours after its time", async () => {
    const { a, b, checkInId } = await addCheckIn();
    const until = Date.now() - lapsesAfterBreak - 1000;
    const event = { type: "paused", seat: "A", at: until - 60_000, commandId: newCommandId(), until } as const;
    const { coupleId, personId } = a;
    await append({
      ...{ coupleId, checkInId, personId, version: 1, event },
      moved: { status: "onBreak", endedAt: null, begun: false },
    });
    const looks = await Promise.all([
      findRunning(a),
      enter(b, checkInId, { keep: false }),
      run(b, checkInId, envelopeOf({ type: "comeBack" }, 0)),
    ]);
    expect(looks).toMatchObject([null, { end: { how: "lapsed" } }, { ok: false, refusal: "ended" }]);
    const log = await readLog(a, checkInId);
    expect(log.filter(({ type }) => type === "lapsed")).toHaveLength(1);
    expect(await prisma().checkIn.findUnique({ where: { id: checkInId } })).toMatchObject({ activeCoupleId: null });
    expect(log.map(({ type, seat }) => [type, seat])).toEqual([
      ["opened", "A"],
      ["paused", null],
      ["lapsed", null],
    ]);
  });
});

describe("promise 19: what is private stays", () => {
  const paused = async () => {
    const checkIn = await addCheckIn();
    await act(checkIn.b, checkIn.checkInId, { type: "pause", minutes: 20 });
    return checkIn;
  };
  const pauseOf = async (checkInId: string) =>
    (await prisma().checkInEvent.findFirstOrThrow({ where: { checkInId, type: "paused" } })).seat;

  it("whose a pause was is in the log while it runs, and gone from it however the check-in ends", async () => {
    const [running, kindly, unlinked] = await Promise.all([paused(), paused(), paused()]);
    await act(kindly.a, kindly.checkInId, { type: "endKindly", words: null });
    await unlink(unlinked.a);
    expect(await pauseOf(running.checkInId)).toBe("B");
    for (const { checkInId } of [kindly, unlinked]) expect(await pauseOf(checkInId)).toBeNull();
    expect(await readNow(kindly.a, kindly.checkInId)).toMatchObject({ tookAPause: true, end: { how: "endedKindly" } });
  });
});

describe("without the database", () => {
  it("a command is unavailable, loses nothing, and goes through once the connections are back", async () => {
    const checkIn = await addCheckIn();
    const { a, checkInId } = checkIn;
    await enter(a, checkInId, { keep: true });
    const ready = envelopeOf({ type: "ready" }, 0);
    const slow = pool()
      .query("SELECT pg_sleep(10)")
      .catch((error: Error) => error);
    const answers = await Promise.all([
      run(a, checkInId, ready),
      pool().query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
      ),
    ]);
    expect(await slow).toBeInstanceOf(Error);
    if (!answers[0].ok) expect(answers[0].refusal).toBe("unavailable");
    expect(await run(a, checkInId, ready)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await readLog(a, checkInId)).toHaveLength(2);
  });

  it("every command of a batch is told unavailable by name, and nobody hangs", async () => {
    const checkIns = await Promise.all([addCheckIn(), addCheckIn(), addCheckIn(), addCheckIn(), addCheckIn()]);
    for (const { a, checkInId } of checkIns) await enter(a, checkInId, { keep: true });
    const { query } = pool();
    Object.assign(pool(), { query: () => Promise.reject(Object.assign(new Error("gone"), { code: "57P01" })) });
    const ready = envelopeOf({ type: "ready" }, 0);
    const answers = await Promise.all(checkIns.map(({ a, checkInId }) => run(a, checkInId, ready)));
    Object.assign(pool(), { query });
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: "unavailable" });
    for (const { a, checkInId } of checkIns) expect((await run(a, checkInId, ready)).ok).toBe(true);
  });
});
