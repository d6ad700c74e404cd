import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lapsesAfterBreak } from "@/lib/check-in/decide";
import { exampleOf, sealedOf } from "@/lib/check-in/test-kit";
import { viewFor } from "@/lib/check-in/view";
import { append } from "@/server/check-ins/repository";
import { enter, findHeldState, findRunning, run } from "@/server/check-ins/service";
import { releaseAllStates } from "@/server/check-ins/states";
import {
  act,
  actToFirstTurn,
  addCheckIn,
  envelopeOf,
  newCommandId,
  readLog,
  readNow,
} from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

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

describe("promise 18: nothing by itself", () => {
  it("a break that nobody came back from is ended for whoever looks 12 hours after its time", async () => {
    const { a, b, checkInId } = await addCheckIn();
    const until = Date.now() - lapsesAfterBreak - 1000;
    const event = { type: "paused", seat: "A", at: until - 60_000, commandId: newCommandId(), until } as const;
    const { coupleId, personId } = a;
    await append({
      coupleId,
      checkInId,
      personId,
      version: 1,
      event,
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
