import { describe, expect, it } from "vitest";
import { plannedIdSchema } from "@/lib/ids";
import { wallOf } from "@/lib/plan/moment-of";
import { unlink } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { agreeRhythm, endRhythm } from "@/server/plans/agreeing";
import { lapsePlanned } from "@/server/plans/due";
import { makeAllOccurrences } from "@/server/plans/making";
import { movePlanned, skipPlanned } from "@/server/plans/planned";
import { declineRhythm, offerFollowing, offerRhythm } from "@/server/plans/rhythms";
import { a, b, coupleId, startPlanning } from "@/server/plans/table-test-kit";
import {
  addPlanned,
  addPlanning,
  addRhythm,
  day,
  everyDay,
  listJobs,
  listNotices,
  listPlannedOf,
  minute,
  must,
  newRhythmId,
  rhythmOf,
  sundays,
} from "@/server/plans/test-kit";

openTestDatabase();
startPlanning();

const rowOf = (id: string) => prisma().rhythm.findUniqueOrThrow({ where: { id } });
const slots = async (status = "planned") =>
  (await listPlannedOf(coupleId))
    .filter((one) => one.status === status)
    .map(({ slot }) => slot?.toISOString().slice(0, 10));
const zone = "Europe/Berlin";

describe("offering a rhythm", () => {
  it("waits for the other's yes and plans nothing yet; the same again is answered alike", async () => {
    const input = rhythmOf();
    expect(must(await offerRhythm(a, input))).toEqual({ rhythmId: input.rhythmId });
    expect(must(await offerRhythm(a, input))).toEqual({ rhythmId: input.rhythmId });
    expect(await rowOf(input.rhythmId)).toMatchObject({ offeredCoupleId: coupleId, activeCoupleId: null, seat: "A" });
    expect(await listPlannedOf(coupleId)).toEqual([]);
    expect(await offerRhythm(b, input)).toEqual({ ok: false, refusal: "invalid" });
    expect(await offerRhythm(b, rhythmOf())).toEqual({ ok: false, refusal: "oneIsOpen" });
    expect(await agreeRhythm(a, input)).toEqual({ ok: false, refusal: "notYours" });
  });

  it("one's own earlier offer gives way, and so does what it would have told", async () => {
    const first = rhythmOf();
    const second = rhythmOf({ rule: everyDay });
    await offerRhythm(a, first);
    must(await offerRhythm(a, second));
    expect(await agreeRhythm(b, first)).toEqual({ ok: false, refusal: "noLongerOpen" });
    const subjects = new Set((await listNotices(coupleId)).map(({ subject }) => subject));
    expect([...subjects]).toEqual([`rhythm/${second.rhythmId}`]);
  });

  it.each([
    ["unknownZone", { zone: "Moon/Base" }],
    ["tooFarAhead", { rule: { ...sundays, from: "2190-01-01" } }],
    ["invalid", { guideId: "none such" }],
  ])("is refused as %s, and nothing is left behind", async (refusal, more) => {
    const input = rhythmOf(more);
    expect(await offerRhythm(a, input)).toEqual({ ok: false, refusal });
    expect(await prisma().rhythm.count({ where: { coupleId } })).toBe(0);
    expect(await listNotices(coupleId)).toEqual([]);
  });

  it("that would take another's place only after what is planned ahead is too far away", async () => {
    await addRhythm(a, b);
    const from = wallOf(Date.now() + 70 * day, zone).date;
    expect(await offerRhythm(b, rhythmOf({ rule: { ...everyDay, from } }))).toEqual({
      ok: false,
      refusal: "tooFarAhead",
    });
  });

  it("of exactly what holds already is refused: it stands", async () => {
    await addRhythm(a, b);
    expect(await offerRhythm(b, rhythmOf())).toEqual({ ok: false, refusal: "rhythmStands" });
    expect(await offerRhythm(b, rhythmOf({ minutes: 20 }))).toMatchObject({ ok: true });
  });

  it("is declined by the other or taken back, without a reason, and nothing comes of it", async () => {
    for (const who of [a, b]) {
      const input = rhythmOf();
      await offerRhythm(a, input);
      expect(await declineRhythm(who, input)).toEqual({ ok: true, value: null });
      expect(await declineRhythm(who, input)).toEqual({ ok: true, value: null });
      expect(await agreeRhythm(b, input)).toEqual({ ok: false, refusal: "noLongerOpen" });
      expect(await listNotices(coupleId)).toEqual([]);
    }
  });
});

describe("agreeing", () => {
  it("plans eight weeks ahead on the anchor's wall, each with a lapse; once, whoever agrees how often", async () => {
    const input = rhythmOf();
    await offerRhythm(a, input);
    await Promise.all([agreeRhythm(b, input), agreeRhythm(b, input), agreeRhythm(b, input)]);
    const rows = await listPlannedOf(coupleId);
    expect(rows).toHaveLength(8);
    for (const { startsAt, status, sequence } of rows) {
      expect({ ...wallOf(startsAt.getTime(), zone), status, sequence }).toMatchObject({
        time: "19:30",
        status: "planned",
      });
      expect(startsAt.getTime()).toBeGreaterThan(Date.now());
      expect(new Date(`${wallOf(startsAt.getTime(), zone).date}T00:00Z`).getUTCDay()).toBe(0);
    }
    const jobs = await listJobs("lapsePlanned/%");
    for (const { id, startsAt } of rows) {
      expect(jobs).toContainEqual({ key: `lapsePlanned/${id}`, runAt: new Date(startsAt.getTime() + 60 * minute) });
    }
    const changes = await prisma().change.findMany({ where: { coupleId } });
    expect(changes.map(({ kind, seat }) => [kind, seat])).toEqual([["rhythmAgreed", "B"]]);
  });

  it("makes the rest later by the daily job, none twice and none of those left out", async () => {
    await addRhythm(a, b, { rule: everyDay });
    const before = await listPlannedOf(coupleId);
    const [first] = before;
    if (!first) throw new Error("nothing planned");
    must(await skipPlanned(b, { plannedId: plannedIdSchema.parse(first.id), sequence: 0 }));
    await makeAllOccurrences();
    expect(await listPlannedOf(coupleId)).toHaveLength(before.length);
    const later = new Date(Date.now() + 3 * day);
    await Promise.all([makeAllOccurrences(later), makeAllOccurrences(later)]);
    const after = await listPlannedOf(coupleId);
    expect(after).toHaveLength(before.length + 3);
    expect(new Set(after.map(({ slot }) => slot?.getTime())).size).toBe(after.length);
    expect(after[0]?.status).toBe("skipped");
  });

  it("another puts it in the place of the one before, from its first day on", async () => {
    const old = await addRhythm(a, b, { rule: everyDay });
    const all = await listPlannedOf(coupleId);
    const from = wallOf(Date.now() + 10 * day, zone).date;
    const next = await addRhythm(b, a, { rule: { ...everyDay, at: "08:15", from } });
    expect((await rowOf(old)).endedAt).not.toBeNull();
    expect(await rowOf(next)).toMatchObject({ activeCoupleId: coupleId });
    const rows = (await listPlannedOf(coupleId)).filter(({ status }) => status === "planned");
    for (const { rhythmId, slot } of rows) {
      const isOld = (slot?.toISOString().slice(0, 10) ?? "") < from;
      expect(rhythmId).toBe(isOld ? old : next);
    }
    const days = rows.map(({ slot }) => slot?.getTime());
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThanOrEqual(all.length);
    const cancelled = (await listPlannedOf(coupleId)).filter(({ status }) => status === "cancelled");
    expect(cancelled.every(({ sequence, rhythmId }) => sequence === 1 && rhythmId === old)).toBe(true);
  });

  it.each([
    ["later", 2],
    ["earlier", -2],
  ])("this and following, %s: the old goes on until then, and no occurrence comes twice or is lost", async (_, off) => {
    const old = await addRhythm(a, b);
    const before = await listPlannedOf(coupleId);
    const third = before[2];
    if (!third) throw new Error("too few");
    const to = { ...wallOf(third.startsAt.getTime() + off * day, zone), zone };
    const seen = { plannedId: plannedIdSchema.parse(third.id), sequence: 0, to };
    const rhythmId = newRhythmId();
    expect(await offerFollowing(b, { ...seen, sequence: 4, rhythmId })).toEqual({
      ok: false,
      refusal: "changedMeanwhile",
    });
    const far = { ...wallOf(third.startsAt.getTime() + 7 * day, zone), zone };
    expect(await offerFollowing(b, { ...seen, to: far, rhythmId })).toEqual({ ok: false, refusal: "passesAnother" });
    must(await offerFollowing(b, { ...seen, rhythmId }));
    expect(must(await offerFollowing(b, { ...seen, rhythmId }))).toEqual({ rhythmId });
    expect(await slots()).toHaveLength(8);
    must(await agreeRhythm(a, { rhythmId }));
    const rows = (await listPlannedOf(coupleId)).filter(({ status }) => status === "planned");
    expect(rows.slice(0, 2).map(({ id }) => id)).toEqual(before.slice(0, 2).map(({ id }) => id));
    expect(rows.slice(2).every((row) => row.rhythmId === rhythmId)).toBe(true);
    expect(rows.slice(2, 6).map(({ startsAt }) => startsAt.getTime())).toEqual(
      before.slice(2, 6).map(({ startsAt }) => startsAt.getTime() + off * day),
    );
    expect((await rowOf(old)).activeCoupleId).toBeNull();
  });
});

describe("ending a rhythm", () => {
  it("by either calls off all that it planned, with its jobs and reminders, and tells the other; again is fine", async () => {
    const rhythmId = await addRhythm(a, b, { rule: everyDay });
    must(await endRhythm(b, { rhythmId }));
    must(await endRhythm(a, { rhythmId }));
    const rows = await listPlannedOf(coupleId);
    expect(rows.every(({ status, sequence }) => status === "cancelled" && sequence === 1)).toBe(true);
    const keys = new Set((await listJobs("lapsePlanned/%")).map(({ key }) => key));
    expect(rows.filter(({ id }) => keys.has(`lapsePlanned/${id}`))).toEqual([]);
    const told = await listNotices(coupleId);
    expect(told.filter(({ kind }) => kind === "reminder")).toEqual([]);
    // What was mailed to calendars already, within the week, is taken out of them; of the rest they never knew.
    const soon = rows.filter(({ startsAt }) => startsAt.getTime() - 7 * day <= Date.now()).map(({ id }) => id);
    const subjects = told.filter(({ kind }) => kind === "calendar").map(({ subject }) => subject);
    expect(new Set(subjects)).toEqual(new Set(soon.map((id) => `calendar/${id}/1`)));
    const changes = await prisma().change.findMany({ where: { coupleId }, orderBy: { at: "asc" } });
    expect(changes.map(({ kind, seat }) => [kind, seat])).toEqual([
      ["rhythmAgreed", "B"],
      ["rhythmEnded", "B"],
    ]);
  });

  it("at the moment of a yes: whichever comes first, nothing of an ended one stays planned", async () => {
    for (let round = 0; round < 4; round++) {
      const two = await addPlanning();
      const rhythmId = await addRhythm(two.a, two.b);
      const next = rhythmOf({ rule: everyDay });
      await offerRhythm(two.a, next);
      const answers = await Promise.all([
        agreeRhythm(two.b, next),
        endRhythm(two.a, { rhythmId }),
        declineRhythm(two.a, next),
        makeAllOccurrences(),
      ]);
      expect(answers[1]).toEqual({ ok: true, value: null });
      const living = await prisma().rhythm.findMany({ where: { coupleId: two.coupleId, endedAt: null } });
      const agreed = answers[0].ok;
      expect(living.map(({ id }) => id)).toEqual(agreed ? [next.rhythmId] : []);
      const planned = (await listPlannedOf(two.coupleId)).filter(({ status }) => status === "planned");
      expect(planned.every((row) => row.rhythmId === next.rhythmId)).toBe(true);
      expect(planned.length > 0).toBe(agreed);
    }
  });

  it("of another couple's, of an offer, and of what never was, is one and the same", async () => {
    const [c, d] = (await addCouple()).seats;
    const theirs = await addRhythm(c, d);
    const offered = rhythmOf();
    await offerRhythm(c, rhythmOf({ minutes: 20 }));
    for (const rhythmId of [theirs, offered.rhythmId]) {
      const never = { ok: false, refusal: "noLongerOpen" };
      expect(await endRhythm(a, { rhythmId })).toEqual(never);
      expect(await agreeRhythm(a, { rhythmId })).toEqual(never);
      expect(await declineRhythm(a, { rhythmId })).toEqual(never);
    }
    expect((await rowOf(theirs)).endedAt).toBeNull();
  });
});

describe("an unlink", () => {
  it("ends all that is planned in its own transaction, and takes it out of both calendars", async () => {
    await addPlanned(a, b, 2 * day);
    await addRhythm(a, b);
    await offerRhythm(b, rhythmOf({ rule: everyDay }));
    must(await unlink(a));
    const rows = await listPlannedOf(coupleId);
    expect(rows.length).toBe(9);
    expect(rows.every(({ status }) => status === "cancelled")).toBe(true);
    expect(await prisma().rhythm.count({ where: { coupleId, endedAt: null } })).toBe(0);
    const kinds = (await listNotices(coupleId)).map(({ kind, detail }) => `${kind} ${JSON.stringify(detail)}`);
    expect(kinds.some((kind) => kind.startsWith("reminder"))).toBe(false);
    expect(kinds.some((kind) => kind.startsWith("calendar") && kind.includes("REQUEST"))).toBe(false);
    expect(kinds.filter((kind) => kind.startsWith("calendar") && kind.includes("CANCEL")).length).toBeGreaterThan(1);
    const [first] = rows;
    if (!first) throw new Error("nothing planned");
    const plannedId = plannedIdSchema.parse(first.id);
    await lapsePlanned({ coupleId, plannedId }, new Date(first.startsAt.getTime() + day));
    expect((await listPlannedOf(coupleId))[0]?.status).toBe("cancelled");
    expect(await skipPlanned(b, { plannedId, sequence: 1 })).toEqual({ ok: false, refusal: "notLinked" });
    expect(await movePlanned(b, { plannedId, sequence: 1, to: { date: "2027-01-01", time: "10:00", zone } })).toEqual({
      ok: false,
      refusal: "notLinked",
    });
  });
});
