import fc from "fast-check";
import { expect, test } from "vitest";
import { feed } from "@/lib/plan/calendar/feed";
import { invitation } from "@/lib/plan/calendar/invitation";
import { oneOff } from "@/lib/plan/calendar/one-off";
import { plainName, plainText } from "@/lib/plan/calendar/plain-text";
import { readCalendar } from "@/lib/plan/calendar/reader-test-kit";
import { anyInstant, anyZone, instantsOf, zones } from "@/lib/plan/test-kit";

const now = Date.parse("2026-11-23T15:00:00Z");
const house = { name: "Heard", email: "heard@example.org" };
const mara = { name: "Mara", email: "mara@example.org" };
const planned = {
  uid: "0198f5a2-0000-7000-8000-000000000001@heard",
  sequence: 0,
  title: "Time for us",
  startsAt: Date.parse("2026-11-29T18:30:00Z"),
  minutes: 30,
  zone: "Europe/Berlin",
};
const request = (change: Partial<Parameters<typeof invitation>[0]> = {}) =>
  invitation({ ...planned, method: "REQUEST", organizer: house, attendee: mara, now, ...change });

test("22: a change and a cancel name the same check-in, each with its own number", () => {
  const files = [
    request(),
    request({ sequence: 1, startsAt: planned.startsAt + 3_600_000 }),
    request({ sequence: 2, method: "CANCEL" }),
  ];
  const read = files.map(readCalendar);
  expect(read.map(({ method }) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
  expect(read.map(({ events }) => events.map(({ uid, sequence, status }) => [uid, sequence, status]))).toEqual([
    [[planned.uid, 0, "CONFIRMED"]],
    [[planned.uid, 1, "CONFIRMED"]],
    [[planned.uid, 2, "CANCELLED"]],
  ]);
});

test("22: a request and a cancel name both people, a publication only who it is from", () => {
  const people = (text: string) =>
    readCalendar(text).events.map(({ organizer, attendees }) => [organizer, ...attendees]);
  const both = ["Heard <mailto:heard@example.org>", "Mara <MAILTO:mara@example.org>"];
  expect(people(request())).toEqual([both]);
  expect(people(request({ method: "CANCEL" }))).toEqual([both]);
  expect(people(request({ method: "PUBLISH" }))).toEqual([both.slice(0, 1)]);
  expect(people(oneOff({ ...planned, now }))).toEqual([[null]]);
});

test("22: somebody without a name is called by their address", () => {
  const { events } = readCalendar(request({ attendee: { name: " \n", email: "sam@example.org" } }));
  expect(events.flatMap(({ attendees }) => attendees)).toEqual(["sam@example.org <MAILTO:sam@example.org>"]);
});

test("23: a stamp is in UTC, to the second", () => {
  expect(request()).toContain("\r\nDTSTAMP:20261123T150000Z\r\n");
  expect(readCalendar(request({ now: now + 999 })).events[0]?.stampedAt).toBe(now);
});

test("23: a description and an address come along", () => {
  const text = request({ description: "First line\nsecond, line", url: "https://heard.example/plan" });
  expect(readCalendar(text).events[0]?.description).toBe("First line\nsecond, line");
  expect(text).toContain("\r\nURL;VALUE=URI:https://heard.example/plan\r\n");
});

test("23: what a calendar says of itself comes before its zones and events", () => {
  const text = feed({ name: "Time for us", events: [planned], now });
  expect(text.lastIndexOf("REFRESH-INTERVAL")).toBeLessThan(text.indexOf("BEGIN:VTIMEZONE"));
  expect(readCalendar(text)).toMatchObject({ method: "PUBLISH", name: "Time for us", refresh: "PT60M" });
});

test("24: each zone is explained once and only if it is used", () => {
  const events = [...zones, ...zones].map((zone, i) => ({ ...planned, uid: `${i}@heard`, zone }));
  const explained = feed({ name: "Us", events, now }).match(/(?<=\r\nBEGIN:VTIMEZONE\r\nTZID:).*/g);
  expect(explained).toEqual([...zones]);
  expect(oneOff({ ...planned, zone: "UTC", now })).not.toContain("VTIMEZONE");
});

test("24: a zone whose law has changed is explained by the law of the day", () => {
  // Mexico gave up summer time in 2022, Paraguay winter time in 2024; Cairo took summer time up again in 2023.
  for (const zone of ["America/Mexico_City", "America/Asuncion", "Africa/Cairo", "Asia/Tehran", "Europe/Kyiv"]) {
    const startsAt = Date.parse("2026-07-05T18:30Z");
    expect(readCalendar(oneOff({ ...planned, zone, startsAt, now })).events[0], zone).toMatchObject({ zone, startsAt });
  }
});

test("24: every zone that this runtime knows is explained, in winter and in summer", () => {
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    for (const startsAt of [Date.parse("2026-01-15T12:00Z"), Date.parse("2026-07-15T12:00Z")]) {
      expect(readCalendar(oneOff({ ...planned, zone, startsAt, now })).events[0]?.startsAt, zone).toBe(startsAt);
    }
  }
}, 30_000);

test("24: a zone keeps its own spelling, however a browser wrote it", () => {
  expect(readCalendar(oneOff({ ...planned, zone: "europe/berlin", now })).events[0]).toMatchObject({
    zone: "Europe/Berlin",
    startsAt: planned.startsAt,
  });
});

test.each([
  ["2026-10-25T02:30", "Europe/Berlin"],
  ["2026-11-01T01:30", "America/New_York"],
  ["2026-11-01T01:30", "America/St_Johns"],
  ["2026-04-05T01:45", "Australia/Lord_Howe"],
])("24: both %s in %s are read as what they are", (wall, zone) => {
  const both = instantsOf(wall, zone);
  expect(both).toHaveLength(2);
  for (const startsAt of both) {
    const [event] = readCalendar(oneOff({ ...planned, startsAt, minutes: 5, zone, now })).events;
    expect([event?.startsAt, event?.until]).toEqual([startsAt, startsAt + 5 * 60_000]);
  }
});

test("24: any instant in any zone is read as itself, alone and among others", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyInstant, anyZone, fc.integer({ min: 5, max: 180 })), { minLength: 1, maxLength: 6 }),
      (moments) => {
        const events = moments.map(([startsAt, zone, minutes], i) => {
          return { ...planned, uid: `${i}@heard`, startsAt, zone, minutes };
        });
        const wanted = events.map(({ uid, startsAt, minutes }) => ({
          uid,
          startsAt,
          until: startsAt + minutes * 60_000,
        }));
        expect(readCalendar(feed({ name: "Us", events, now })).events).toMatchObject(wanted);
        const [first] = events;
        expect(first && readCalendar(request(first)).events).toMatchObject(wanted.slice(0, 1));
      },
    ),
    { numRuns: 100 },
  );
}, 30_000);

test("25: what is cancelled is not in a feed", () => {
  const events = [
    planned,
    { ...planned, uid: "gone@heard", cancelled: true },
    { ...planned, uid: "kept@heard", cancelled: false },
  ];
  const { events: read } = readCalendar(feed({ name: "Us", events, now }));
  expect(read.map(({ uid }) => uid)).toEqual([planned.uid, "kept@heard"]);
});

test("25: a feed of nothing is still a calendar", () => {
  expect(readCalendar(feed({ name: "Us", events: [], now }))).toMatchObject({ name: "Us", events: [] });
});

// Whole characters, halves of characters, control characters, and what has a meaning in the format.
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: fc.constantFrom("ü", "語", "👩‍👩‍👧", "𝄞", "a"), maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        ..."\\ ; , : \" ' \n \r \t \0 \u001b \u007f \u0085 \u2028 \u2029 \ud83d \udc69 ü x".split(" "),
        " ",
        "\r\n",
        "\nBEGIN:VEVENT",
        "\r\nEND:VCALENDAR\r\n",
        "METHOD:CANCEL\r\n",
        "\\n",
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join("")),
);

const octets = (text: string) => new TextEncoder().encode(text).length;
const linesOf = (text: string) => text.split("\r\n");

test("23, 26: whatever a title, a name and a description hold, the file keeps its form and its words", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (title, description, name) => {
      const files = [
        request({ title, description, attendee: { ...mara, name }, organizer: { ...house, name } }),
        oneOff({ ...planned, title, description, now }),
        feed({ name, events: [{ ...planned, title, description }], now }),
      ];
      for (const text of files) {
        expect(text.endsWith("\r\nEND:VCALENDAR\r\n")).toBe(true);
        for (const line of linesOf(text)) expect(octets(line)).toBeLessThanOrEqual(75);
        // No line end but CRLF, nothing that cannot be written as UTF-8 and read again.
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n\0\u0085\u2028\u2029]/);
        expect(new TextDecoder("utf-8", { fatal: true }).decode(new TextEncoder().encode(text))).toBe(text);
        const { events } = readCalendar(text);
        expect(events).toMatchObject([{ summary: plainText(title), description: plainText(description) }]);
        const starts = linesOf(text.replaceAll("\r\n ", "")).filter((line) => /^(BEGIN|END|METHOD):/.test(line));
        expect(starts.filter((line) => line.endsWith("VEVENT") || line.startsWith("METHOD"))).toHaveLength(3);
      }
      const called = plainName(name) || mara.email;
      expect(readCalendar(files[0] ?? "").events[0]?.attendees).toEqual([`${called} <MAILTO:${mara.email}>`]);
    }),
    { numRuns: 150 },
  );
}, 30_000);

test("23: unfolding a line gives the text back", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("ü", "語", "👧", "𝄞", "a", " "), maxLength: 300 }), (title) => {
      const lines = linesOf(oneOff({ ...planned, title, now }).replaceAll("\r\n ", ""));
      expect(lines).toContain(`SUMMARY:${title}`);
    }),
  );
});

test("26: words are kept as they are, and only what no calendar can hold is taken out", () => {
  const words = 'Zeit, für; uns: "wir" \\ beide\nheute 👩‍👩‍👧\t語';
  expect(plainText(words)).toBe(words);
  expect(plainText("a\r\nb\rc\u2028d\0e\u001b[1m\ud83d")).toBe("a\nb\nc\nde[1m\uFFFD");
  expect(plainName(' "Mara"\r\nof \\ Bremen ')).toBe("'Mara' of / Bremen");
});
