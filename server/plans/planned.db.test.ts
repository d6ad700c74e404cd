import { beforeEach, describe, expect, it } from "vitest";
import { type PlannedId, plannedIdSchema } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { followPlanned, sceneOf } from "@/server/plans/follow-ups";
import { inPlan } from "@/server/plans/in-plan";
import { movePlanned, skipPlanned } from "@/server/plans/planned";
import { startPlanned } from "@/server/plans/starting";
import { a, b, coupleId, mara, sam, startPlanning } from "@/server/plans/table-test-kit";
import {
  addPlanned,
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
  wallIn,
} from "@/server/plans/test-kit";

openTestDatabase();
startPlanning();
let plannedId: PlannedId;
beforeEach(async () => {
  plannedId = await addPlanned(a, b, 2 * day);
});

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
        `plannedSkipped ${sam.personId}`,
        `plannedSkipped ${sam.personId}`,
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
