import { describe, expect, it } from "vitest";
import type { CheckInEvent } from "@/lib/check-in/events";
import { sealedOf } from "@/lib/check-in/test-kit";
import type { Append } from "@/server/check-ins/append";
import { append, listEnded } from "@/server/check-ins/repository";
import { addCheckIn, newCommandId, readLog, type TestCheckIn } from "@/server/check-ins/test-kit";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const eventOf = (change: Partial<CheckInEvent> = {}) =>
  ({ type: "slowedDown", seat: "A", at: Date.now(), commandId: newCommandId(), ...change }) as const;

const appendOf = ({ a, checkInId }: TestCheckIn, change: Partial<Append> = {}): Append => ({
  coupleId: a.coupleId,
  checkInId,
  personId: a.personId,
  version: 1,
  moved: null,
  event: eventOf() as CheckInEvent,
  ...change,
});

/** Keeps the three statements that may be under way busy, so that what follows has to ride together. */
const holdUp = async () => {
  const busy = await Promise.all([addCheckIn(), addCheckIn(), addCheckIn()]);
  return busy.map((checkIn) => append(appendOf(checkIn)));
};

describe("an append", () => {
  it("writes the event after the version that it was decided on, with everything in it", async () => {
    const checkIn = await addCheckIn();
    const commandId = newCommandId();
    const words = sealedOf('quotes " and \\ and {braces}'.replaceAll(/[^a-z]/g, "-"));
    const event = { type: "shared", seat: "A", at: 1_767_528_000_123, commandId, words } as const;
    expect(await append(appendOf(checkIn, { event }))).toBe("appended");
    expect((await readLog(checkIn.a, checkIn.checkInId)).at(-1)).toEqual({ seq: 2, ...event });
  });

  it("moves the list columns with it, and clears the way for the next check-in at the end", async () => {
    const checkIn = await addCheckIn();
    const endedAt = 1_767_528_000_000;
    await append(appendOf(checkIn, { moved: { status: "endedEarly", endedAt, begun: true } }));
    const row = await prisma().checkIn.findUniqueOrThrow({ where: { id: checkIn.checkInId } });
    expect(row).toMatchObject({ status: "endedEarly", endedAt: new Date(endedAt), activeCoupleId: null });
  });

  it("19: of an end takes away whose the pauses were, in its own check-in alone", async () => {
    const [checkIn, other] = await Promise.all([addCheckIn(), addCheckIn()]);
    const until = Date.now() + 60_000;
    const steps = ["paused", "extended", "slowedDown"] as const;
    for (const { a, checkInId } of [checkIn, other]) {
      for (const [index, type] of steps.entries()) {
        const event = (type === "slowedDown" ? eventOf() : { ...eventOf(), type, until }) as CheckInEvent;
        await append(appendOf({ a, checkInId } as TestCheckIn, { version: index + 1, event }));
      }
    }
    const seatsOf = async ({ a, checkInId }: TestCheckIn) => (await readLog(a, checkInId)).map(({ seat }) => seat);
    const ending = { ...eventOf(), type: "endedKindly", words: null } as CheckInEvent;
    const moved = { status: "endedEarly", endedAt: Date.now(), begun: true } as const;
    await append(appendOf(checkIn, { version: 4, event: ending, moved }));
    expect(await seatsOf(checkIn)).toEqual(["A", null, null, "A", "A"]);
    expect(await seatsOf(other)).toEqual(["A", "A", "A", "A"]);
  });

  it("is stale when somebody was faster, and leaves the columns alone", async () => {
    const checkIn = await addCheckIn();
    expect(await append(appendOf(checkIn))).toBe("appended");
    const late = appendOf(checkIn, { moved: { status: "onBreak", endedAt: null, begun: true } });
    expect(await append(late)).toBe("stale");
    expect(await prisma().checkIn.findUnique({ where: { id: checkIn.checkInId } })).toMatchObject({ status: "lobby" });
  });

  it("of a command that is in the log already is stale, whatever its version", async () => {
    const checkIn = await addCheckIn();
    const first = appendOf(checkIn);
    await append(first);
    expect(await append({ ...first, version: 2 })).toBe("stale");
  });

  it("is stale for a version that the log does not hold: no gap can come of it", async () => {
    const checkIn = await addCheckIn();
    expect(await append(appendOf(checkIn, { version: 7 }))).toBe("stale");
  });

  it("is stale for a person without that seat", async () => {
    const [checkIn, other] = [await addCheckIn(), await addCheckIn()];
    expect(await append(appendOf(checkIn, { personId: checkIn.b.personId }))).toBe("stale");
    expect(await append(appendOf(checkIn, { personId: other.a.personId }))).toBe("stale");
    expect(await append(appendOf(checkIn, { coupleId: other.a.coupleId }))).toBe("stale");
  });

  it("of two at once on one version is written once", async () => {
    const checkIn = await addCheckIn();
    const both = [appendOf(checkIn), appendOf(checkIn, { event: { ...eventOf(), seat: "B" } as CheckInEvent })];
    const outcomes = await Promise.all([
      ...(await holdUp()),
      ...both.map((one, index) => append({ ...one, personId: index === 0 ? checkIn.a.personId : checkIn.b.personId })),
    ]);
    expect(outcomes.slice(3).sort()).toEqual(["appended", "stale"]);
    expect(await readLog(checkIn.a, checkIn.checkInId)).toHaveLength(2);
  });
});

describe("appends that wait ride together", () => {
  it("200 at once over 100 check-ins are each in their log once, without gaps", { timeout: 60_000 }, async () => {
    const checkIns: TestCheckIn[] = [];
    for (let count = 0; count < 100; count++) checkIns.push(await addCheckIn());
    const asked = checkIns.flatMap((checkIn) => [1, 2].map(() => ({ checkIn, event: eventOf() as CheckInEvent })));
    const statements: number[] = [];
    const query = pool().query.bind(pool());
    const watched = Object.assign(pool(), {
      query: (...given: Parameters<typeof query>) => {
        statements.push(1);
        return query(...given);
      },
    });
    // The second of each check-in is decided again on what the first left, as the service does.
    const outcomes = await Promise.all(
      asked.map(async ({ checkIn, event }) => {
        for (let version = 1; version <= 2; version++) {
          if ((await append(appendOf(checkIn, { event, version }))) === "appended") return version + 1;
        }
        return 0;
      }),
    );
    Object.assign(watched, { query });
    expect(outcomes.filter((seq) => seq === 2)).toHaveLength(100);
    expect(outcomes.filter((seq) => seq === 3)).toHaveLength(100);
    expect(statements.length).toBeLessThan(20);
    for (const { a, checkInId } of checkIns) {
      const log = await readLog(a, checkInId);
      expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      const mine = asked.filter(({ checkIn }) => checkIn.checkInId === checkInId).map(({ event }) => event.commandId);
      expect(
        log
          .slice(1)
          .map(({ commandId }) => commandId)
          .sort(),
      ).toEqual(mine.sort());
    }
  });

  it.each([
    ["a null byte", { type: "picked", option: "\u0000" }],
    ["half a surrogate pair", { type: "picked", option: "\ud800" }],
    ["a time that no calendar has", { type: "slowedDown", at: 8_640_000_000_000_000 }],
  ])("and of those only the one with %s fails", async (_, poison) => {
    const checkIns = await Promise.all([addCheckIn(), addCheckIn(), addCheckIn(), addCheckIn(), addCheckIn()]);
    const appends = checkIns.map((checkIn, index) =>
      appendOf(checkIn, index === 2 ? { event: { ...eventOf(), ...poison } as CheckInEvent } : {}),
    );
    await Promise.all(await holdUp());
    const held = await holdUp();
    const outcomes = await Promise.allSettled(appends.map(append));
    await Promise.all(held);
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : "failed"))).toEqual([
      "appended",
      "appended",
      "failed",
      "appended",
      "appended",
    ]);
  });
});

describe("the list", () => {
  it("gives each ended check-in once, newest first, page by page, also where instants are equal", async () => {
    const { a } = await addCheckIn();
    const { coupleId } = a;
    await prisma().checkIn.updateMany({ where: { coupleId }, data: { activeCoupleId: null, status: "completed" } });
    const at = (index: number) => new Date(1_767_528_000_000 + Math.floor(index / 3) * 1000);
    await prisma().checkIn.createMany({
      data: Array.from({ length: 14 }, (_, index) => ({
        coupleId,
        guideId: "standard",
        guideVersion: 1,
        status: "completed" as const,
        createdAt: at(index),
      })),
    });
    const all = await listEnded(coupleId, null, 100);
    const pages: typeof all = [];
    for (let after = null as (typeof all)[number] | null; ; after = pages.at(-1) ?? null) {
      const page = await listEnded(coupleId, after, 4);
      pages.push(...page);
      if (page.length < 4) break;
    }
    expect(all).toHaveLength(15);
    expect(pages).toEqual(all);
    const keys = all.map(({ createdAt, id }) => `${createdAt.toISOString()} ${id}`);
    expect(keys).toEqual([...keys].sort().reverse());
  });
});
