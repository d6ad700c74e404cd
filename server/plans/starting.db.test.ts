import { beforeEach, describe, expect, it } from "vitest";
import { checkInIdSchema, type PlannedId } from "@/lib/ids";
import { findRunning, listEnded, openCheckIn } from "@/server/check-ins/service";
import { act, newCommandId, readNow } from "@/server/check-ins/test-kit";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { lapsePlanned } from "@/server/plans/due";
import { movePlanned, skipPlanned } from "@/server/plans/planned";
import { startPlanned } from "@/server/plans/starting";
import { a, b, coupleId, startPlanning } from "@/server/plans/table-test-kit";
import { addPlanned, day, listJobs, minute, must, plannedNow, setStart, wallIn } from "@/server/plans/test-kit";
import { writeInstead } from "@/server/plans/writing-instead";

openTestDatabase();
startPlanning();
let plannedId: PlannedId;
beforeEach(async () => {
  plannedId = await addPlanned(a, b, 2 * day);
});

const soon = (id: string, ms = 5 * minute) => setStart(id, new Date(Date.now() + ms));

const start = { early: false, mode: "written" } as const;

describe("starting one", () => {
  it("by both at the same moment opens one check-in for both", async () => {
    await soon(plannedId);
    const answers = await Promise.all([a, b, a, b].map((who) => startPlanned(who, { plannedId, ...start })));
    const ids = new Set(answers.map((answer) => must(answer).checkInId));
    const running = await findRunning(a);
    expect([...ids]).toEqual([running?.checkInId]);
    expect(await plannedNow(plannedId)).toMatchObject({ status: "started", checkInId: running?.checkInId });
    expect(await listJobs(`lapsePlanned/${plannedId}`)).toEqual([]);
  });

  it("waits for the ten minutes before unless it is meant early, and for a day before even then", async () => {
    expect(await startPlanned(a, { plannedId, ...start, early: true })).toEqual({ ok: false, refusal: "tooEarly" });
    await soon(plannedId, 11 * minute);
    expect(await startPlanned(a, { plannedId, ...start })).toEqual({ ok: false, refusal: "tooEarly" });
    expect(await startPlanned(a, { plannedId, ...start, early: true })).toMatchObject({ ok: true });
  });

  it("late is fine until it has lapsed", async () => {
    await soon(plannedId, -50 * minute);
    expect(await startPlanned(a, { plannedId, ...start })).toMatchObject({ ok: true });
  });

  it("while another runs says which, and stays planned", async () => {
    await soon(plannedId);
    const { checkInId } = must(
      await openCheckIn(b, { guideId: "standard", mode: "written", commandId: newCommandId() }),
    );
    expect(await startPlanned(a, { plannedId, ...start })).toEqual({ ok: false, refusal: "alreadyRunning", checkInId });
    expect((await plannedNow(plannedId)).status).toBe("planned");
  });

  it("at the moment of a move: it is either moved or begun", async () => {
    await soon(plannedId);
    const [begun, moved] = await Promise.all([
      startPlanned(a, { plannedId, ...start }),
      movePlanned(b, { plannedId, sequence: 0, to: wallIn(3 * day) }),
    ]);
    const row = await plannedNow(plannedId);
    // A move that comes second ends the lobby that nobody has begun in.
    expect(moved.ok).toBe(true);
    expect(row).toMatchObject({ status: "planned", checkInId: null });
    expect(await findRunning(a)).toBeNull();
    if (!begun.ok) expect(begun.refusal).toBe("tooEarly");
  });

  it("a lobby that the other did not come to is left by a move: over, unlisted, and planned anew", async () => {
    await soon(plannedId);
    const { checkInId } = must(await startPlanned(a, { plannedId, ...start }));
    await act(a, checkInId, { type: "ready" });
    expect(must(await movePlanned(a, { plannedId, sequence: 0, to: wallIn(day) }))).toEqual({ sequence: 1 });
    expect(await plannedNow(plannedId)).toMatchObject({ status: "planned", checkInId: null });
    expect((await readNow(b, checkInId)).end).toMatchObject({ how: "endedKindly" });
    expect(await listEnded(b, null, 10)).toEqual([]);
    expect(await findRunning(b)).toBeNull();
    expect(await listJobs(`lapsePlanned/${plannedId}`)).toHaveLength(1);
    await soon(plannedId);
    const again = must(await startPlanned(b, { plannedId, ...start }));
    expect(again.checkInId).not.toBe(checkInId);
  });

  it("once both have begun it can be neither moved nor left out", async () => {
    await soon(plannedId);
    const { checkInId } = must(await startPlanned(a, { plannedId, ...start }));
    await act(a, checkInId, { type: "ready" });
    await act(b, checkInId, { type: "ready" });
    const over = { ok: false, refusal: "noLongerOpen" };
    expect(await movePlanned(a, { plannedId, sequence: 0, to: wallIn(day) })).toEqual(over);
    expect(await skipPlanned(a, { plannedId, sequence: 0 })).toEqual(over);
    expect((await findRunning(a))?.checkInId).toBe(checkInIdSchema.parse(checkInId));
    await act(b, checkInId, { type: "endKindly", words: null });
    expect(await startPlanned(a, { plannedId, ...start })).toEqual(over);
  });
});

describe("one that nobody came to", () => {
  it("is not spoken of where both met by another door at that hour", async () => {
    await soon(plannedId, -minute);
    await openCheckIn(b, { guideId: "standard", mode: "written", commandId: newCommandId() });
    await lapsePlanned({ coupleId, plannedId }, new Date(Date.now() + 60 * minute));
    expect((await plannedNow(plannedId)).status).toBe("lapsed");
    expect(await prisma().change.count({ where: { coupleId, kind: "lapsed" } })).toBe(0);
  });

  it("lapses an hour after its time and not before, once, with nobody named", async () => {
    const { startsAt } = await plannedNow(plannedId);
    await lapsePlanned({ coupleId, plannedId }, new Date(startsAt.getTime() + 59 * minute));
    expect((await plannedNow(plannedId)).status).toBe("planned");
    const due = new Date(startsAt.getTime() + 60 * minute);
    await lapsePlanned({ coupleId, plannedId }, due);
    await lapsePlanned({ coupleId, plannedId }, due);
    expect((await plannedNow(plannedId)).status).toBe("lapsed");
    const changes = await prisma().change.findMany({ where: { coupleId, kind: "lapsed" } });
    expect(changes.map(({ seat, detail }) => [seat, detail])).toEqual([
      [null, { from: startsAt.getTime(), plannedId }],
    ]);
    await soon(plannedId, -70 * minute);
    expect(await startPlanned(a, { plannedId, ...start })).toEqual({ ok: false, refusal: "noLongerOpen" });
  });
});

describe("writing instead, when the other is late", () => {
  it("ends the lobby unbegun and opens one to write, which the plan goes along with and a move still ends", async () => {
    await soon(plannedId);
    const { checkInId } = must(await startPlanned(a, { plannedId, early: false, mode: "spoken" }));
    const written = must(await writeInstead(a, { checkInId })).checkInId;
    expect(await findRunning(b)).toMatchObject({ checkInId: written, mode: "written" });
    expect((await readNow(b, checkInId)).end).not.toBeNull();
    const row = await plannedNow(plannedId);
    expect(row).toMatchObject({ status: "started", checkInId: written });
    must(await movePlanned(b, { plannedId, sequence: row.sequence, to: wallIn(day) }));
    expect(await findRunning(a)).toBeNull();
    expect(await listEnded(a, null, 10)).toEqual([]);
  });

  it("is refused once somebody has begun, and to everybody else", async () => {
    await soon(plannedId);
    const { checkInId } = must(await startPlanned(a, { plannedId, ...start }));
    const [c] = (await addCouple()).seats;
    expect(await writeInstead(c, { checkInId })).toEqual({ ok: false, refusal: "noLongerOpen" });
    await act(a, checkInId, { type: "ready" });
    await act(b, checkInId, { type: "ready" });
    expect(await writeInstead(a, { checkInId })).toEqual({ ok: false, refusal: "noLongerOpen" });
    expect((await findRunning(b))?.checkInId).toBe(checkInId);
  });
});
