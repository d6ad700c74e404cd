import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import { append } from "@/server/check-ins/repository";
import { enter, findHeldState, run } from "@/server/check-ins/service";
import {
  act,
  actToFirstTurn,
  addCheckIn,
  envelopeOf,
  newCommandId,
  readLog,
  type TestCheckIn,
} from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

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
