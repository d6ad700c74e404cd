import { beforeEach, expect, test } from "vitest";
import type { NoticeRequest } from "@/lib/notices/notice";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { mail, openTestMail } from "@/server/mail/test-mail";
import { smtpRefusal } from "@/server/mail/test-mail-server";
import { inTransaction } from "@/server/notices/repository";
import { sendNotice } from "@/server/notices/send";
import { dropNotices, enqueueNotices, sweepNotices } from "@/server/notices/service";
import { addPlanned } from "@/server/notices/test-kit";

openTestDatabase();
openTestMail();
const hour = 3_600_000;
let couple: Awaited<ReturnType<typeof addCouple>>;

beforeEach(async () => {
  couple = await addCouple();
  // By day for everybody, whenever this runs.
  await setting({ quietFrom: null, quietUntil: null, push: false });
});

async function setting(settings: object) {
  const { personId } = couple.mara;
  await prisma().noticeSettings.upsert({ where: { personId }, create: { personId, ...settings }, update: settings });
}

const enqueue = (...requests: NoticeRequest[]) => inTransaction((tx) => enqueueNotices(tx, requests));

/** Mara is reminded of something in two hours. @returns the row in the outbox */
async function remind(startsAt = new Date(Date.now() + 2 * hour)) {
  const [{ coupleId, personId }] = couple.seats;
  const planned = await addPlanned(coupleId, startsAt);
  const subject = `reminder/${planned.id}/0`;
  const detail = { plannedId: planned.plannedId, startsAt: startsAt.getTime() };
  await enqueue({ personId, coupleId, kind: "reminder", subject, dueAt: new Date(), detail });
  return { planned, noticeId: (await rowOf(subject)).id };
}

const rowOf = (subject: string) => prisma().notice.findFirstOrThrow({ where: { subject } });
const statusOf = async (id: string) => (await prisma().notice.findUniqueOrThrow({ where: { id } })).status;
const jobsOf = (noticeId: string) =>
  prisma().$queryRaw<{ run_at: Date }[]>`SELECT run_at FROM graphile_worker.jobs WHERE key = ${`notice/${noticeId}`}`;

test("a notice goes out once, however often and by how many it is sent", async () => {
  const { noticeId } = await remind();
  await Promise.all([sendNotice(noticeId), sendNotice(noticeId), sendNotice(noticeId)]);
  await sendNotice(noticeId);
  expect(mail.taken).toHaveLength(1);
  expect(await statusOf(noticeId)).toBe("sent");
});

test("the row and its job are there together, or neither", async () => {
  const [{ coupleId, personId }] = couple.seats;
  const planned = await addPlanned(coupleId, new Date(Date.now() + hour));
  const detail = { plannedId: planned.plannedId, startsAt: planned.startsAt.getTime() };
  const request = { personId, coupleId, kind: "reminder", subject: "reminder/x/0", dueAt: new Date(), detail } as const;
  const broken = inTransaction(async (tx) => {
    await enqueueNotices(tx, [request]);
    throw new Error("changed my mind");
  });
  await expect(broken).rejects.toThrow("changed my mind");
  expect(await prisma().notice.count({ where: { personId } })).toBe(0);
  await enqueue(request);
  expect(await jobsOf((await rowOf("reminder/x/0")).id)).toHaveLength(1);
});

test("the same subject again moves what waits, job and all, and changes nothing afterwards", async () => {
  const { noticeId, planned } = await remind();
  const [{ coupleId, personId }] = couple.seats;
  const detail = { plannedId: planned.plannedId, startsAt: planned.startsAt.getTime() };
  const later = new Date(Date.now() + hour);
  const again = { personId, coupleId, kind: "reminder", subject: `reminder/${planned.id}/0`, detail } as const;
  await enqueue({ ...again, dueAt: later });
  expect((await jobsOf(noticeId)).map(({ run_at }) => run_at)).toEqual([later]);
  await sendNotice(noticeId);
  await enqueue({ ...again, dueAt: new Date() });
  await sendNotice(noticeId);
  expect(mail.taken).toHaveLength(1);
});

test("what was moved, skipped or turned off meanwhile is not told", async () => {
  const moved = await remind();
  await prisma().plannedCheckIn.update({
    where: { id: moved.planned.id },
    data: { startsAt: new Date(Date.now() + 9 * hour) },
  });
  await sendNotice(moved.noticeId);
  const skipped = await remind();
  await prisma().plannedCheckIn.update({ where: { id: skipped.planned.id }, data: { status: "skipped" } });
  await sendNotice(skipped.noticeId);
  const off = await remind();
  await setting({ mail: false });
  await sendNotice(off.noticeId);
  expect(mail.taken).toHaveLength(0);
  for (const { noticeId } of [moved, skipped, off]) expect(await statusOf(noticeId)).toBe("dropped");
});

test("somebody who is linked no more is told nothing of the couple", async () => {
  const { noticeId } = await remind();
  await prisma().partner.updateMany({
    where: { personId: couple.mara.personId },
    data: { leftAt: new Date(), linkedPersonId: null },
  });
  await sendNotice(noticeId);
  expect(mail.taken).toHaveLength(0);
});

test("what is taken back before its time is not sent, and its job is gone", async () => {
  const { noticeId, planned } = await remind();
  const [{ coupleId }] = couple.seats;
  await inTransaction((tx) => dropNotices(tx, { coupleId, subjectPrefix: `reminder/${planned.id}/` }));
  expect(await jobsOf(noticeId)).toHaveLength(0);
  await sendNotice(noticeId);
  expect(mail.taken).toHaveLength(0);
});

test("what was taken back may be asked for again, and then goes out once", async () => {
  const { noticeId, planned } = await remind();
  const [{ coupleId, personId }] = couple.seats;
  const subject = `reminder/${planned.id}/0`;
  await inTransaction((tx) => dropNotices(tx, { coupleId, subjectPrefix: subject }));
  const detail = { plannedId: planned.plannedId, startsAt: planned.startsAt.getTime() };
  await enqueue({ personId, coupleId, kind: "reminder", subject, dueAt: new Date(), detail });
  await sendNotice(noticeId);
  await sendNotice(noticeId);
  expect(mail.taken).toHaveLength(1);
});

test("what is about one's account goes out at once, in quiet hours too and with mails turned off", async () => {
  const now = new Date();
  const minuteOfDay = now.getUTCHours() * 60 + now.getUTCMinutes();
  const around = { quietFrom: (minuteOfDay + 1430) % 1440, quietUntil: (minuteOfDay + 60) % 1440 };
  await setting({ ...around, mail: false });
  const { personId } = couple.mara;
  await enqueue({
    personId,
    coupleId: null,
    kind: "passwordChanged",
    subject: "password/x",
    dueAt: now,
    detail: { at: now.getTime() },
  });
  const { id } = await rowOf("password/x");
  await sendNotice(id);
  expect(await statusOf(id)).toBe("sent");
  expect(mail.taken).toHaveLength(1);
});

test("in quiet hours a notice waits for their end, and one that is of no use by then is dropped", async () => {
  const now = new Date();
  const minuteOfDay = now.getUTCHours() * 60 + now.getUTCMinutes();
  const around = { quietFrom: (minuteOfDay + 1430) % 1440, quietUntil: (minuteOfDay + 60) % 1440 };
  await setting(around);
  const waits = await remind(new Date(Date.now() + 2 * hour));
  await sendNotice(waits.noticeId);
  const [job] = await jobsOf(waits.noticeId);
  expect(await statusOf(waits.noticeId)).toBe("waiting");
  expect((job?.run_at.getTime() ?? 0) - now.getTime()).toBeGreaterThan(58 * 60_000);
  const tooLate = await remind(new Date(Date.now() + hour / 2));
  await sendNotice(tooLate.noticeId);
  expect(await statusOf(tooLate.noticeId)).toBe("dropped");
  expect(mail.taken).toHaveLength(0);
});

test("a mail server that is busy is asked again later; one that refuses the person for good is not", async () => {
  const { noticeId } = await remind();
  mail.answers.message = smtpRefusal(451);
  await sendNotice(noticeId);
  expect(await statusOf(noticeId)).toBe("waiting");
  expect((await jobsOf(noticeId))[0]?.run_at.getTime()).toBeGreaterThan(Date.now() + 5_000);
  mail.answers.message = null;
  await sendNotice(noticeId);
  expect(mail.taken).toHaveLength(1);

  const unknown = await remind();
  mail.answers.recipient = smtpRefusal(550);
  await sendNotice(unknown.noticeId);
  expect(await statusOf(unknown.noticeId)).toBe("undeliverable");
});

test("a mail server that is away keeps nothing back: the notice waits", async () => {
  const { noticeId } = await remind();
  await mail.close();
  await sendNotice(noticeId);
  expect(await statusOf(noticeId)).toBe("waiting");
});

test("a mail server that took it and never said so makes it unsure, and it is never sent again", async () => {
  const { noticeId } = await remind();
  mail.answers.message = "hang up";
  await sendNotice(noticeId);
  expect(await statusOf(noticeId)).toBe("unsure");
  await sendNotice(noticeId, 0);
  expect(mail.taken).toHaveLength(1);
});

test("a claim whose worker died is taken over; one that was handing over is unsure", async () => {
  const claimed = await remind();
  const handing = await remind();
  const longAgo = new Date(Date.now() - hour);
  const setTo = (id: string, status: "claimed" | "handing") =>
    prisma().notice.update({ where: { id }, data: { status, claimedAt: longAgo } });
  await setTo(claimed.noticeId, "claimed");
  await setTo(handing.noticeId, "handing");
  await sweepNotices(60_000);
  await sendNotice(claimed.noticeId);
  await sendNotice(handing.noticeId);
  expect([await statusOf(claimed.noticeId), await statusOf(handing.noticeId)]).toEqual(["sent", "unsure"]);
  expect(mail.taken).toHaveLength(1);
});
