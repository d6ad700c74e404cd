import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { NoticeRequest } from "@/lib/notices/notice";
import { defaultNoticeSettings } from "@/lib/notices/usual-settings";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { turnPushOn } from "@/server/notices/devices";
import { inTransaction } from "@/server/notices/repository";
import { enqueueNotices } from "@/server/notices/service";
import { changeNoticeSettings, readNoticeSettings } from "@/server/notices/settings";
import { addPlanned, addPlanning, instantOf, minute } from "@/server/plans/test-kit";
import { tellZone } from "@/server/plans/zones";
import { happeningsOf } from "@/server/publish-test-kit";

openTestDatabase();
const hour = 60 * minute;
let couple: Awaited<ReturnType<typeof addPlanning>>;

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test alone, long enough");
});
beforeEach(async () => {
  couple = await addPlanning();
});

const change = (settings: Parameters<typeof changeNoticeSettings>[1]) =>
  changeNoticeSettings(couple.a.personId, settings);

/** Minutes before its start, by channel, at which somebody's reminder of it waits. */
async function remindersOf(personId: string, plannedId: string) {
  const { startsAt } = await prisma().plannedCheckIn.findUniqueOrThrow({ where: { id: plannedId } });
  const rows = await prisma().notice.findMany({ where: { personId, kind: "reminder", status: "waiting" } });
  return Object.fromEntries(
    rows
      .filter(({ subject }) => subject.startsWith(`reminder/${plannedId}/`))
      .map(({ channel, dueAt }) => [channel, (startsAt.getTime() - dueAt.getTime()) / minute]),
  );
}

/** When each job of somebody's waiting reminders runs, in minutes before `at`. */
async function jobsBefore(at: number, personId: string): Promise<number[]> {
  const rows = await prisma().$queryRaw<{ runAt: Date }[]>`
    SELECT j."run_at" AS "runAt" FROM graphile_worker.jobs j JOIN "Notice" n ON j."key" = 'notice/' || n."id"
    WHERE n."personId" = ${personId}::uuid AND n."kind" = 'reminder' AND n."status" = 'waiting'`;
  return rows.map(({ runAt }) => (at - runAt.getTime()) / minute);
}

test("who never changed anything has the defaults; a change of one thing leaves the rest", async () => {
  expect(await readNoticeSettings(couple.a.personId)).toEqual(defaultNoticeSettings);
  expect(await change({ calendarMail: false })).toEqual({ ok: true, value: null });
  expect(await readNoticeSettings(couple.a.personId)).toEqual({ ...defaultNoticeSettings, calendarMail: false });
  expect(await readNoticeSettings(couple.b.personId)).toEqual(defaultNoticeSettings);
});

test("two devices that change different things at once both get their way", async () => {
  await Promise.all([change({ reminderMinutes: 30 }), change({ calendarTitle: " Tea " }), change({ mail: false })]);
  expect(await readNoticeSettings(couple.a.personId)).toEqual({
    ...defaultNoticeSettings,
    reminderMinutes: 30,
    calendarTitle: "Tea",
    mail: false,
  });
});

test.each([
  ["", "titleEmpty"],
  ["a".repeat(81), "titleTooLong"],
  ["Us\r\nATTENDEE:mailto:x@y.z", "titleOneLine"],
])("a title that no calendar can show is refused by name, and the whole change with it", async (title, refusal) => {
  expect(await change({ calendarTitle: title, mail: false })).toEqual({ ok: false, refusal });
  expect(await readNoticeSettings(couple.a.personId)).toEqual(defaultNoticeSettings);
});

test("reminders that wait move with the lead time, their jobs too, and the other one's stay", async () => {
  const planned = await addPlanned(couple.a, couple.b, 6 * hour);
  expect(await remindersOf(couple.a.personId, planned)).toEqual({ mail: 60, push: 60 });
  await change({ reminderMinutes: 180 });
  expect(await remindersOf(couple.a.personId, planned)).toEqual({ mail: 180, push: 180 });
  expect(await jobsBefore(instantOf(6 * hour), couple.a.personId)).toEqual([180, 180]);
  expect(await remindersOf(couple.b.personId, planned)).toEqual({ mail: 60, push: 60 });
});

test("a lead time that has gone by already leaves the reminder where it was", async () => {
  const planned = await addPlanned(couple.a, couple.b, 2 * hour);
  await change({ reminderMinutes: 1_440 });
  expect(await remindersOf(couple.a.personId, planned)).toEqual({ mail: 60, push: 60 });
});

test("a shorter lead time brings a reminder that there was no time for before", async () => {
  const planned = await addPlanned(couple.a, couple.b, 30 * minute);
  expect(await remindersOf(couple.a.personId, planned)).toEqual({});
  await change({ reminderMinutes: 10 });
  expect(await remindersOf(couple.a.personId, planned)).toEqual({ mail: 10, push: 10 });
});

test("a reminder that has gone out does not come again", async () => {
  const planned = await addPlanned(couple.a, couple.b, 6 * hour);
  await prisma().notice.updateMany({ where: { personId: couple.a.personId }, data: { status: "sent" } });
  await change({ reminderMinutes: 30 });
  expect(await remindersOf(couple.a.personId, planned)).toEqual({});
});

test("a channel that was off when something was planned is told of it once it is on", async () => {
  await change({ mail: false });
  const planned = await addPlanned(couple.a, couple.b, 6 * hour);
  expect(await remindersOf(couple.a.personId, planned)).toEqual({ push: 60 });
  await change({ mail: true });
  expect(await remindersOf(couple.a.personId, planned)).toEqual({ mail: 60, push: 60 });
});

test("what was put off to the end of quiet hours is looked at now when they change; what was never taken up waits on", async () => {
  const { personId, coupleId } = couple.a;
  const morning = new Date(instantOf(9 * hour));
  const subjects = ["putOff", "notYet"];
  const kind = "passwordChanged" as const;
  const ask = (subject: string): NoticeRequest => ({
    personId,
    coupleId,
    kind,
    subject,
    dueAt: morning,
    detail: { at: 0 },
  });
  await inTransaction((tx) => enqueueNotices(tx, subjects.map(ask)));
  await prisma().notice.updateMany({ where: { personId, subject: "putOff" }, data: { tries: 1 } });
  const now = new Date();
  await changeNoticeSettings(personId, { quietFrom: null, quietUntil: null }, now);
  const due = await prisma().notice.findMany({ where: { personId }, orderBy: { subject: "desc" } });
  expect(due.map(({ subject, dueAt }) => [subject, dueAt])).toEqual([
    ["putOff", now],
    ["notYet", morning],
  ]);
  await changeNoticeSettings(personId, { mail: true });
  expect((await prisma().notice.findFirstOrThrow({ where: { personId, subject: "notYet" } })).dueAt).toEqual(morning);
});

test("in another zone quiet hours end at another moment: what waits for their end is looked at now", async () => {
  const { personId, coupleId } = couple.a;
  const dueAt = new Date(instantOf(9 * hour));
  const waits = { personId, coupleId, kind: "passwordChanged", subject: "putOff", dueAt, detail: { at: 0 } } as const;
  await inTransaction((tx) => enqueueNotices(tx, [waits]));
  await prisma().notice.updateMany({ where: { personId }, data: { tries: 1 } });
  await tellZone(personId, "Pacific/Auckland");
  const { dueAt: now } = await prisma().notice.findFirstOrThrow({ where: { personId } });
  expect(now.getTime()).toBeLessThanOrEqual(Date.now());
});

test("other pages of the same person learn of a change, the partner's do not", async () => {
  const told = await happeningsOf(() => change({ mail: false }));
  expect(told).toEqual([{ type: "homeChanged", personIds: [couple.a.personId] }]);
});

test("a device that is turned on is told even where the channel was off as a whole", async () => {
  const { personId } = couple.a;
  const session = await prisma().authSession.create({
    data: { personId, device: "a phone", expiresAt: new Date(instantOf(24 * hour)) },
  });
  await change({ push: false });
  const endpoint = `https://push.heard.example/${randomUUID()}`;
  const keys = { p256dh: "A".repeat(87), auth: "B".repeat(22) };
  expect(await turnPushOn({ personId, sessionId: session.id }, { endpoint, keys })).toMatchObject({ ok: true });
  expect((await readNoticeSettings(personId)).push).toBe(true);
  expect(await prisma().pushSubscription.count({ where: { personId, endpoint } })).toBe(1);
  const inside = { endpoint: "https://10.0.0.1/x", keys };
  expect(await turnPushOn({ personId, sessionId: session.id }, inside)).toEqual({ ok: false, refusal: "invalid" });
});
