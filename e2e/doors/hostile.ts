import { nobodysSealedKey, sealedWords } from "@/e2e/doors/action-row";
import { nothing } from "@/e2e/doors/town";

/** An action, what it is asked with, and the name of what it answers to somebody who is linked. */
export type Hostile = readonly [action: string, input: unknown, answer: string];

const zone = "Europe/Berlin";
const plan = (name: string) => `app/(couple)/plan/actions.ts#${name}`;
const time = { date: "2030-01-01", time: "19:30", zone };
const proposal = {
  proposalId: nothing.proposalId,
  guideId: "standard",
  minutes: 20,
  times: [time],
  zone,
  words: null,
  counterOf: null,
};
const rhythm = {
  rhythmId: nothing.rhythmId,
  guideId: "standard",
  minutes: 20,
  zone,
  rule: { every: "week", weekdays: [7], at: "19:30", from: "2030-01-01" },
};
const tooLarge = { ...sealedWords, c: "A".repeat(12_000) };
const days = (monday: unknown) => [monday, [], [], [], [], [], []];

const planning: readonly Hostile[] = [
  [plan("propose"), { ...proposal, times: Array.from({ length: 500 }, () => time) }, "tooMany"],
  [plan("propose"), { ...proposal, times: [{ ...time, time: "25:61" }] }, "invalid"],
  [plan("propose"), { ...proposal, times: [{ ...time, date: "9999-12-31" }] }, "invalid"],
  [plan("propose"), { ...proposal, times: [{ ...time, date: "2190-12-31" }] }, "tooFarAhead"],
  [plan("propose"), { ...proposal, times: [{ ...time, date: "2001-01-01" }] }, "pastTime"],
  [plan("propose"), { ...proposal, zone: "../../etc/passwd" }, "unknownZone"],
  [plan("propose"), { ...proposal, zone: "+05:45" }, "unknownZone"],
  [plan("propose"), { ...proposal, minutes: 1e9 }, "invalid"],
  [plan("propose"), { ...proposal, guideId: "\0" }, "invalid"],
  [plan("propose"), { ...proposal, words: tooLarge }, "invalid"],
  [plan("propose"), { ...proposal, words: "in the clear" }, "invalid"],
  [plan("answerProposal"), { proposalId: nothing.proposalId, answer: "yes", time: 1e300 }, "invalid"],
  [plan("offerRhythm"), { ...rhythm, rule: { ...rhythm.rule, weekdays: [7, 7] } }, "invalid"],
  [plan("offerRhythm"), { ...rhythm, rule: { ...rhythm.rule, from: "0000-00-00" } }, "invalid"],
  [plan("offerRhythm"), { ...rhythm, guideId: "x".repeat(40) }, "invalid"],
  [plan("movePlanned"), { plannedId: nothing.plannedId, sequence: -1, to: time }, "invalid"],
  [plan("movePlanned"), { plannedId: nothing.plannedId, sequence: 2 ** 53 - 1, to: time }, "noLongerOpen"],
  [plan("saveHours"), { zone, days: days([[600, 540]]) }, "endBeforeStart"],
  [
    plan("saveHours"),
    {
      zone,
      days: days([
        [540, 660],
        [600, 720],
      ]),
    },
    "overlapping",
  ],
  [
    plan("saveHours"),
    { zone, days: days(Array.from({ length: 7 }, (_, n) => [n * 10, n * 10 + 5])) },
    "tooManyStretches",
  ],
  [plan("tellZone"), { zone: "x".repeat(100_000) }, "unknownZone"],
];

const exports: readonly Hostile[] = [
  [
    "app/(couple)/you/export/actions.ts#nextRecords",
    { coupleId: nothing.coupleId, after: { createdAt: 1e16, id: nothing.checkInId } },
    "invalid",
  ],
  [
    "app/(couple)/you/import/actions.ts#beginArchive",
    { archiveId: nothing.archiveId, sealedKey: nobodysSealedKey, parts: 18_001 },
    "invalid",
  ],
  [
    "app/(couple)/you/import/actions.ts#beginArchive",
    { archiveId: nothing.archiveId, sealedKey: "in the clear", parts: 1 },
    "invalid",
  ],
  [
    "app/(couple)/you/import/actions.ts#addArchiveParts",
    { archiveId: nothing.archiveId, first: 0, words: Array.from({ length: 101 }, () => sealedWords) },
    "invalid",
  ],
  [
    "app/(couple)/you/import/actions.ts#addArchiveParts",
    { archiveId: nothing.archiveId, first: 2 ** 31, words: [sealedWords] },
    "invalid",
  ],
  [
    "app/(couple)/you/import/actions.ts#addArchiveParts",
    { archiveId: nothing.archiveId, first: 0, words: [tooLarge] },
    "invalid",
  ],
];

const keys = { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) };
/** Not on the open internet, not a browser's, or not https. */
export const closedEndpoints = [
  ...[
    "http://push.heard.example/x",
    "https://localhost/x",
    "https://127.0.0.1/x",
    "https://[::1]/x",
    "https://0x7f.1/x",
  ],
  ...[
    "https://169.254.169.254/latest/meta-data",
    "https://10.0.0.1/x",
    "https://[::ffff:127.0.0.1]/x",
    "https://intranet/x",
  ],
  "https://mara:secret@push.heard.example/x",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "https://",
  ...[
    "https://push.heard.example/\0",
    "https://push.heard.example/\r\nX: y",
    `https://push.heard.example/${"x".repeat(1_000)}`,
  ],
];
const pushOn = "app/(couple)/you/notices/actions.ts#turnPushOn";
const push: readonly Hostile[] = [
  ...closedEndpoints.map((endpoint): Hostile => [pushOn, { endpoint, keys }, "invalid"]),
  [pushOn, { endpoint: "https://push.heard.example/x", keys: { ...keys, p256dh: "A" } }, "invalid"],
  ["app/(couple)/you/notices/actions.ts#turnPushOff", { endpoint: "https://push.heard.example/\0" }, "invalid"],
  ["app/(couple)/you/notices/actions.ts#changeNotices", { calendarTitle: "Us\r\nATTENDEE:x" }, "titleOneLine"],
  ["app/(couple)/you/notices/actions.ts#changeNotices", { calendarTitle: "x".repeat(90) }, "titleTooLong"],
  ["app/(couple)/you/notices/actions.ts#changeNotices", { calendarTitle: "\0" }, "titleOneLine"],
  ["app/(couple)/you/notices/actions.ts#changeNotices", { reminderMinutes: 1e300 }, "invalid"],
];

export const hostile: readonly Hostile[] = [...planning, ...exports, ...push];

/** What somebody may put where a token belongs. */
export const hostileTokens = [
  "%00",
  "%0d%0aSet-Cookie:%20x=y",
  "..%2F..%2Fetc%2Fpasswd",
  "%E0%A4%A",
  "x".repeat(5_000),
  "a.b.c.d",
  ".ics",
  "%F0%9F%AA%A6",
  `${nothing.personId}.mail.`,
  `${nothing.personId}.mail.${"A".repeat(43)}`,
  "__proto__",
  "%25",
];
