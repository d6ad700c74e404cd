import { beforeEach, describe, expect, it } from "vitest";
import { checkInIdSchema, type PlannedId, plannedIdSchema } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { findRunning, listEnded, openCheckIn } from "@/server/check-ins/service";
import { act, newCommandId, readNow } from "@/server/check-ins/test-kit";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { lapsePlanned } from "@/server/plans/due";
import { followPlanned, sceneOf } from "@/server/plans/follow-ups";
import { inPlan } from "@/server/plans/in-plan";
import { movePlanned, skipPlanned } from "@/server/plans/planned";
import { startPlanned } from "@/server/plans/starting";
import {
  addPlanned,
  addPlanning,
  addRhythm,
  day,
  everyDay,
  instantOf,
  listJobs,
  listNotices,
  listPlannedOf,
  minute,
  must,
  newPlannedId,
  plannedNow,
  setStart,
  wallIn,
} from "@/server/plans/test-kit";
import { writeInstead } from "@/server/plans/writing-instead";

openTestDatabase();

type Two = Awaited<ReturnType<typeof addPlanning>>;
let a: Two["a"];
let b: Two["b"];
let coupleId: Two["coupleId"];
let mara: Two["mara"];
let sam: Two["sam"];
let plannedId: PlannedId;
beforeEach(async () => {
  ({ a, b, coupleId, mara, sam } = await addPlanning());
  plannedId = await addPlanned(a, b, 2 * day);
});

const soon = (id: string, ms = 5 * minute) => setStart(id, new Date(Date.now() + ms));
const start = { early: false, mode: "written" } as const;

describe("moving one", () => {
  it("moves its lapse, both reminders and both calendars with it, tells the other alone, and lists it for both", async () => {
    expect(must(await movePlanned(b, { plannedId, sequence: 0, to: wallIn(3 * day) }))).toEqual({ sequence: 1 });
    const startsAt = new Date(instantOf(3 * day));
    expect(await plannedNow(plannedId)).toMatchObject({ startsAt, sequence: 1, status: "planned" });
    expect(await listJobs(`lapsePlanned/${plannedId}`)).toEqual([
      { key: `lapsePlanned/${plannedId}`, runAt: new Date(startsAt.getTime() + 60 * minute) },
    ]);
    const told = await listNotices(coupleId);
    expect(told.filter(({ kind }) => kind === "plannedMoved").map(({ personId }) => personId)).toEqual([
      mara.personId,
      mara.personId,
    ]);
    for (const kind of ["reminder", "calendar"]) {
      const own = told.filter((one) => one.kind === kind);
      expect(new Set(own.map(({ subject }) => subject))).toEqual(new Set([`${kind}/${plannedId}/1`]));
      expect(new Set(own.map(({ personId }) => personId))).toEqual(new Set([mara.personId, sam.personId]));
    }
    expect(told.find(({ kind }) => kind === "reminder")?.dueAt).toEqual(new Date(startsAt.getTime() - 60 * minute));
    const [moved] = await prisma().change.findMany({ where: { coupleId, kind: "moved" } });
    expect(moved).toMatchObject({ seat: "B", detail: { from: instantOf(2 * day), to: instantOf(3 * day), plannedId } });
    must(await movePlanned(a, { plannedId, sequence: 1, to: wallIn(2 * day) }));
    expect((await plannedNow(plannedId)).startsAt).toEqual(new Date(instantOf(2 * day)));
  });

  it("again is answered alike and changes nothing twice", async () => {
    const input = { plannedId, sequence: 0, to: wallIn(3 * day) };
    await movePlanned(b, input);
    expect(must(await movePlanned(b, input))).toEqual({ sequence: 1 });
    expect(must(await movePlanned(b, { ...input, sequence: 1 }))).toEqual({ sequence: 1 });
    expect(await prisma().change.count({ where: { coupleId, kind: "moved" } })).toBe(1);
  });

  it("by both at once moves it once; the slower is told that it changed meanwhile", async () => {
    const answers = await Promise.all([
      movePlanned(a, { plannedId, sequence: 0, to: wallIn(3 * day) }),
      movePlanned(b, { plannedId, sequence: 0, to: wallIn(4 * day) }),
      skipPlanned(b, { plannedId, sequence: 0 }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : answer.refusal));
    expect(refusals.every((refusal) => refusal === "changedMeanwhile" || refusal === "noLongerOpen")).toBe(true);
    expect((await plannedNow(plannedId)).sequence).toBe(1);
  });

  it.each([
    ["pastTime", wallIn(-day)],
    ["tooFarAhead", wallIn(500 * day)],
    ["skippedTime", { date: "2027-03-28", time: "02:30", zone: "Europe/Berlin" }],
    ["doubledTime", { date: "2027-10-31", time: "02:30", zone: "Europe/Berlin" }],
  ])("is refused as %s, and it stays where it was", async (refusal, to) => {
    expect(await movePlanned(b, { plannedId, sequence: 0, to })).toEqual({ ok: false, refusal });
    expect(await plannedNow(plannedId)).toMatchObject({ sequence: 0, startsAt: new Date(instantOf(2 * day)) });
    expect(await prisma().change.count({ where: { coupleId, kind: "moved" } })).toBe(0);
  });

  it("of a rhythm's moves or leaves out exactly that one", async () => {
    await addRhythm(a, b, { rule: everyDay });
    const before = (await listPlannedOf(coupleId)).filter(({ rhythmId }) => rhythmId !== null);
    const [first, second] = before;
    if (!first || !second) throw new Error("too few");
    const ids = [first, second].map(({ id }) => id);
    must(await movePlanned(a, { plannedId: plannedIdSchema.parse(first.id), sequence: 0, to: wallIn(30 * day) }));
    must(await skipPlanned(b, { plannedId: plannedIdSchema.parse(second.id), sequence: 0 }));
    const after = await listPlannedOf(coupleId);
    const untouched = (rows: typeof after) =>
      rows.filter(({ id, rhythmId }) => rhythmId !== null && !ids.includes(id)).map(({ changedAt: _, ...row }) => row);
    expect(untouched(after)).toEqual(untouched(before));
    expect((await plannedNow(second.id)).status).toBe("skipped");
  });

  it("another couple's is answered as one that never was", async () => {
    const [c] = (await addCouple()).seats;
    for (const id of [plannedId, newPlannedId()]) {
      const never = { ok: false, refusal: "noLongerOpen" };
      expect(await movePlanned(c, { plannedId: id, sequence: 0, to: wallIn(day) })).toEqual(never);
      expect(await movePlanned(c, { plannedId: id, sequence: 0, to: wallIn(-day) })).toEqual(never);
      expect(await skipPlanned(c, { plannedId: id, sequence: 0 })).toEqual(never);
      expect(await startPlanned(c, { plannedId: id, early: true, mode: "written" })).toEqual(never);
    }
    expect((await plannedNow(plannedId)).sequence).toBe(0);
  });

  it("a change that is rolled back leaves no job and no notice behind", async () => {
    const jobs = await listJobs();
    const notices = await listNotices(coupleId);
    const row = await plannedNow(plannedId);
    const answer = await inPlan(a, async (plan) => {
      await followPlanned(sceneOf(plan), [{ ...row, id: newPlannedId() }]);
      return refuse("changedMeanwhile");
    });
    expect(answer).toEqual({ ok: false, refusal: "changedMeanwhile" });
    expect(await listJobs()).toEqual(jobs);
    expect(await listNotices(coupleId)).toEqual(notices);
  });
});

describe("leaving one out", () => {
  it("takes back what was on its way, takes it out of both calendars, tells the other; again is answered alike", async () => {
    expect(must(await skipPlanned(a, { plannedId, sequence: 0 }))).toEqual({ sequence: 1 });
    expect(must(await skipPlanned(a, { plannedId, sequence: 0 }))).toEqual({ sequence: 1 });
    expect(await listJobs(`lapsePlanned/${plannedId}`)).toEqual([]);
    const told = (await listNotices(coupleId)).filter(({ subject }) => subject.includes(plannedId));
    expect(told.map(({ kind, personId }) => `${kind} ${personId}`).sort()).toEqual(
      [
        ...[mara, sam].map(({ personId }) => `calendar ${personId}`),
        ...[`plannedSkipped ${sam.personId}`, `plannedSkipped ${sam.personId}`],
      ].sort(),
    );
    expect(told.find(({ kind }) => kind === "calendar")?.detail).toEqual({ plannedId, sequence: 1, method: "CANCEL" });
  });

  it("is put back by a move, for whoever saw it left out, with all that hangs on it", async () => {
    await skipPlanned(a, { plannedId, sequence: 0 });
    const back = { plannedId, to: wallIn(2 * day) };
    expect(await movePlanned(b, { ...back, sequence: 0 })).toEqual({ ok: false, refusal: "changedMeanwhile" });
    expect(must(await movePlanned(b, { ...back, sequence: 1 }))).toEqual({ sequence: 2 });
    expect(await plannedNow(plannedId)).toMatchObject({ status: "planned", startsAt: new Date(instantOf(2 * day)) });
    expect(await listJobs(`lapsePlanned/${plannedId}`)).toHaveLength(1);
    const calendars = (await listNotices(coupleId)).filter(({ kind }) => kind === "calendar");
    expect(new Set(calendars.map(({ subject }) => subject))).toEqual(new Set([`calendar/${plannedId}/2`]));
  });
});

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
