import ICAL from "ical.js";
import { beforeEach, expect, test, vi } from "vitest";
import type { NoticeRequest } from "@/lib/notices/notice";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { log } from "@/server/log";
import { readMessage } from "@/server/mail/read-message";
import { findHeldMail, listHeldMail } from "@/server/mail/repository";
import { clearHeldMail } from "@/server/mail/service";
import { mail, openTestMail } from "@/server/mail/test-mail";
import { inTransaction } from "@/server/notices/repository";
import { sendNotice } from "@/server/notices/send";
import { enqueueNotices } from "@/server/notices/service";
import { addPlanned } from "@/server/notices/test-kit";
import { readUnsubscribeToken, unsubscribe, unsubscribeToken } from "@/server/notices/unsubscribe";

openTestDatabase();
openTestMail();
const startsAt = new Date("2027-11-07T18:30:00Z");
let couple: Awaited<ReturnType<typeof addCouple>>;

beforeEach(async () => {
  couple = await addCouple();
  const { personId } = couple.mara;
  await prisma().person.update({ where: { id: personId }, data: { zone: "Asia/Kathmandu" } });
  await prisma().noticeSettings.create({ data: { personId, quietFrom: null, quietUntil: null } });
});

/** @returns the row of the outbox, sent or not */
async function send(request: NoticeRequest) {
  const { personId, subject } = request;
  await inTransaction((tx) => enqueueNotices(tx, [request]));
  const row = await prisma().notice.findFirst({ where: { personId, channel: "mail", subject } });
  if (row !== null) await sendNotice(row.id);
  return row;
}

const toMara = () => ({ personId: couple.mara.personId, coupleId: couple.seats[0].coupleId, dueAt: new Date() });

async function sendReminder() {
  const planned = await addPlanned(couple.seats[0].coupleId, startsAt);
  const detail = { plannedId: planned.plannedId, startsAt: startsAt.getTime() };
  return send({ ...toMara(), kind: "reminder", subject: `reminder/${planned.id}/0`, detail });
}

async function sendCalendar(method: "REQUEST" | "CANCEL" = "REQUEST") {
  const planned = await addPlanned(couple.seats[0].coupleId, startsAt);
  const detail = { plannedId: planned.plannedId, sequence: 0, method };
  await send({ ...toMara(), kind: "calendar", subject: `calendar/${planned.id}/0`, detail });
  return planned;
}

test("a reminder arrives at a real mail server: one plain mail, in the reader's own zone, that says who it is from", async () => {
  const row = await sendReminder();
  const got = await mail.parse(0);
  expect(mail.taken).toHaveLength(1);
  expect(got.from?.value).toEqual([{ name: "Heard", address: "heard@heard.example" }]);
  expect(got.subject).toBe("You have something at 00:15");
  expect(got.messageId).toBe(`<${row?.id}@heard.example>`);
  expect(got.text).toContain("Monday 8 November, at 00:15 (Asia/Kathmandu)");
  expect(got.text).toContain("https://heard.example/you/notices");
  expect(got.text).toContain("not therapy");
  expect(got.html).toContain('href="https://heard.example/plan"');
  expect(got.headers.get("auto-submitted")).toBe("auto-generated");
  expect(Math.abs((got.date?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
});

test("one click ends such mails without a sign-in: the address is in the headers, whole and signed (RFC 8058)", async () => {
  await sendReminder();
  const raw = mail.taken[0]?.raw.replace(/\r\n[ \t]+/g, " ") ?? "";
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  const [, token = ""] = /^List-Unsubscribe: <https:\/\/heard\.example\/api\/unsubscribe\/([^>]+)>\r$/m.exec(raw) ?? [];
  expect(readUnsubscribeToken(token)).toEqual({ personId: couple.mara.personId, mails: "mail" });
  expect(await unsubscribe(token)).toBe("done");
  expect(await sendReminder()).toBeNull();
  expect(mail.taken).toHaveLength(1);
});

test("a token of somebody else, a changed one and none at all end nothing", async () => {
  const token = unsubscribeToken(couple.mara.personId, "mail");
  const [, , signature = ""] = token.split(".");
  for (const wrong of [
    "",
    "x",
    `${couple.sam.personId}.mail.${signature}`,
    token.replace(".mail.", ".calendarMail."),
    `${token}x`,
    `${token}.x`,
    token.slice(0, -1),
  ]) {
    expect(await unsubscribe(wrong)).toBe("unknown");
  }
  expect(
    (await prisma().noticeSettings.findMany({ where: { personId: couple.mara.personId } })).every(
      (row) => row.mail && row.calendarMail,
    ),
  ).toBe(true);
});

test("a calendar mail carries the invitation as a part that calendars read and as a file, with the title of its reader", async () => {
  const title = "Piano\r\nBcc: x";
  await prisma().noticeSettings.updateMany({
    where: { personId: couple.mara.personId },
    data: { calendarTitle: title },
  });
  const planned = await sendCalendar();
  const { raw = "" } = mail.taken[0] ?? {};
  expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
  const got = await mail.parse(0);
  const file = got.attachments.find(({ filename }) => filename === "heard.ics");
  const ics = file?.content.toString("utf8") ?? "";
  const calendar = new ICAL.Component(ICAL.parse(ics));
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  expect(event.uid).toBe(`${planned.id}@heard`);
  expect(event.sequence).toBe(0);
  expect(event.startDate.toJSDate()).toEqual(startsAt);
  expect(event.summary).toBe("Piano\nBcc: x");
  // Whatever a title holds, it is no header of the mail, and the mail's own subject says nothing of it.
  expect(got.headers.has("bcc")).toBe(false);
  expect(got.subject).toBe("For your calendar");
});

test("a change of plan takes the place of a calendar mail that has not gone out yet", async () => {
  const planned = await addPlanned(couple.seats[0].coupleId, startsAt);
  await prisma().plannedCheckIn.update({ where: { id: planned.id }, data: { sequence: 1 } });
  const detail = { plannedId: planned.plannedId, sequence: 0, method: "REQUEST" } as const;
  await send({ ...toMara(), kind: "calendar", subject: `calendar/${planned.id}/0`, detail });
  expect(mail.taken).toHaveLength(0);
});

test("a check-in that is called off leaves the calendar of whoever is linked no more, too", async () => {
  await prisma().partner.updateMany({ data: { leftAt: new Date(), linkedPersonId: null } });
  await sendCalendar("CANCEL");
  expect(mail.taken).toHaveLength(1);
  expect(mail.taken[0]?.raw).toMatch(/method=CANCEL/);
});

test("without SMTP_URL a mail is held once for whoever runs the server, and can be read there whole", async () => {
  vi.stubEnv("SMTP_URL", "");
  await prisma().heldMail.deleteMany();
  const said = vi.spyOn(log, "info").mockReturnValue();
  const planned = await sendCalendar();
  expect(said.mock.calls.map(([, what]) => what)).toEqual(["a notice is held on this server, which sends no mail"]);
  said.mockRestore();
  const [line, ...more] = await listHeldMail(10);
  expect(more).toHaveLength(0);
  const held = readMessage((await findHeldMail(line?.id ?? ""))?.raw ?? "");
  expect(held.text).toContain("Here is something for your calendar.");
  expect(held.html).toContain("<p ");
  expect(held.calendar).toContain(`UID:${planned.id}@heard`);
  expect(held.headers).toContain("Message-ID:");
  expect(await clearHeldMail(new Date(Date.now() + 40 * 24 * 3_600_000))).toBe(1);
});
