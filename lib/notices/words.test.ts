import { expect, test } from "vitest";
import { checkInIdSchema, coupleIdSchema, plannedIdSchema, proposalIdSchema, rhythmIdSchema } from "@/lib/ids";
import { type KnownNotice, noticeKinds } from "@/lib/notices/notice";
import { mailFooter, mailWords, pushWords } from "@/lib/notices/words";

const id = "018f0000-0000-7000-8000-000000000001";
const [plannedId, proposalId, rhythmId] = [
  plannedIdSchema.parse(id),
  proposalIdSchema.parse(id),
  rhythmIdSchema.parse(id),
];
const [checkInId, coupleId] = [checkInIdSchema.parse(id), coupleIdSchema.parse(id)];
const startsAt = Date.parse("2026-11-29T18:30:00Z");
const planned = { plannedId, sequence: 1, startsAt };

const notices: readonly KnownNotice[] = [
  { kind: "reminder", detail: { plannedId, startsAt } },
  { kind: "proposalCame", detail: { proposalId } },
  { kind: "proposalAnswered", detail: { proposalId, answer: "yes", startsAt } },
  { kind: "proposalAnswered", detail: { proposalId, answer: "otherTimes", startsAt: null } },
  { kind: "proposalAnswered", detail: { proposalId, answer: "notToday", startsAt: null } },
  { kind: "plannedMoved", detail: { plannedId, sequence: 1, from: startsAt, to: startsAt + 3_600_000 } },
  { kind: "plannedSkipped", detail: planned },
  { kind: "plannedCancelled", detail: planned },
  { kind: "rhythmOffered", detail: { rhythmId } },
  { kind: "rhythmAgreed", detail: { rhythmId } },
  { kind: "rhythmEnded", detail: { rhythmId } },
  { kind: "lobbyOpen", detail: { checkInId } },
  { kind: "yourTurn", detail: { checkInId, seat: "A", step: 3 } },
  { kind: "breakOver", detail: { checkInId, until: startsAt } },
  { kind: "calendar", detail: { plannedId, sequence: 0, method: "REQUEST" } },
  { kind: "calendar", detail: { plannedId, sequence: 1, method: "CANCEL" } },
  { kind: "recovery", detail: { ticketId: id, expiresAt: startsAt } },
  { kind: "passwordChanged", detail: { at: startsAt } },
  { kind: "keyRequested", detail: { coupleId, askedAt: startsAt } },
  { kind: "letBackIn", detail: { coupleId } },
  { kind: "farewell", detail: { coupleId, readableUntil: startsAt } },
  { kind: "keepChanged", detail: { days: 30 } },
  { kind: "keepAsked", detail: { days: null } },
];
const berlin = { zone: "Europe/Berlin" };

test("every kind has its words", () => {
  expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(noticeKinds));
});

test("a lock screen shows a time at most, in the reader's own zone", () => {
  const texts = new Set(notices.map((notice) => pushWords(notice, berlin).text));
  expect(texts).toEqual(new Set(["You have something at 19:30", "Something waits for you"]));
  expect(pushWords({ kind: "reminder", detail: { plannedId, startsAt } }, { zone: "Asia/Kathmandu" }).text).toBe(
    "You have something at 00:15",
  );
});

test("a subject names nobody and nothing between two people", () => {
  for (const notice of notices) {
    const { subject } = mailWords(notice, berlin);
    expect(subject).not.toMatch(/partner|check-in|proposal|feel|rhythm|couple|pause/i);
    expect(subject.length).toBeLessThan(60);
  }
});

test("no mail blames, hurries, praises or asks why", () => {
  for (const notice of notices) {
    const { subject, lines, link } = mailWords(notice, berlin);
    const said = [subject, ...lines, link.label, ...Object.values(mailFooter).map(String)].join(" ");
    expect(said).not.toMatch(/!|\b(should|must|why|fail|failed|missed|rejected|ignored|left you|great|well done)\b/i);
  }
});

test("a mail that names a time names its zone", () => {
  for (const notice of notices) {
    const text = mailWords(notice, berlin).lines.join(" ");
    if (/November/.test(text)) expect(text).toContain("(Europe/Berlin)");
  }
});
