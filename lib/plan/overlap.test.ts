import fc from "fast-check";
import { expect, test } from "vitest";
import { type UsualHours, usualHoursSchema } from "@/lib/plan/hours";
import { nightOf, overlap, type Stretch } from "@/lib/plan/overlap";
import { anyZone, clockShows } from "@/lib/plan/test-kit";

const minute = 60_000;
const day = 86_400_000;
const always = (zone: string): UsualHours => daily(zone, [[0, 1440]]);
function daily(zone: string, stretches: [number, number][]): UsualHours {
  return { zone, days: Array.from({ length: 7 }, () => stretches) };
}
const told = (stretches: readonly Stretch[]) =>
  stretches.map(({ from, until }) => [new Date(from).toISOString(), new Date(until).toISOString()]);
const hoursOf = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, { from, until }) => sum + until - from, 0) / (60 * minute);

test("20: an evening in Berlin and a noon in New York meet", () => {
  const mine = daily("Europe/Berlin", [[1080, 1320]]);
  const theirs = daily("America/New_York", [[720, 900]]);
  expect(told(overlap(mine, theirs, "2026-11-29", 30))).toEqual([
    ["2026-11-29T17:00:00.000Z", "2026-11-29T20:00:00.000Z"],
  ]);
  // In the fortnight between their clock changes they are an hour closer.
  expect(told(overlap(mine, theirs, "2026-03-15", 30))).toEqual([
    ["2026-03-15T17:00:00.000Z", "2026-03-15T19:00:00.000Z"],
  ]);
});

test("20: their weekday is that of their own wall", () => {
  const mine = always("Europe/Berlin");
  const theirs: UsualHours = { zone: "Asia/Kathmandu", days: [[[0, 120]], [], [], [], [], [], []] };
  // Their Monday begins on my Sunday evening.
  expect(told(overlap(mine, theirs, "2026-11-29", 30))).toEqual([
    ["2026-11-29T18:15:00.000Z", "2026-11-29T20:15:00.000Z"],
  ]);
  expect(overlap(mine, theirs, "2026-11-30", 30)).toEqual([]);
});

test("20: what they are free across their midnight is one stretch of mine", () => {
  const theirs = daily("Asia/Kathmandu", [
    [0, 60],
    [1380, 1440],
  ]);
  expect(told(overlap(always("Europe/Berlin"), theirs, "2026-11-29", 90))).toEqual([
    ["2026-11-29T17:15:00.000Z", "2026-11-29T19:15:00.000Z"],
  ]);
});

test("20: what is shorter than asked is left out, what is just as long stays", () => {
  const mine = daily("Europe/Berlin", [[1080, 1110]]);
  expect(overlap(mine, always("Europe/Berlin"), "2026-11-29", 31)).toEqual([]);
  expect(overlap(mine, always("Europe/Berlin"), "2026-11-29", 30)).toHaveLength(1);
});

test("20: who never is free shares nothing", () => {
  expect(overlap(always("Europe/Berlin"), daily("Europe/Berlin", []), "2026-11-29", 0)).toEqual([]);
  expect(overlap(daily("Europe/Berlin", []), always("Europe/Berlin"), "2026-11-29", 0)).toEqual([]);
});

test.each([
  ["2026-03-28", "Europe/Berlin", 24],
  ["2026-03-29", "Europe/Berlin", 23],
  ["2026-10-25", "Europe/Berlin", 25],
  ["2026-03-08", "America/New_York", 23],
  ["2026-11-01", "America/St_Johns", 25],
  ["2026-10-04", "Australia/Lord_Howe", 23.5],
  ["2026-04-05", "Australia/Lord_Howe", 24.5],
  ["2026-10-25", "Asia/Kathmandu", 24],
])("21: who is always free is so on %s in %s for %d hours, in one piece", (date, zone, hours) => {
  const whole = overlap(always(zone), always("Asia/Kathmandu"), date, 30);
  expect(whole).toHaveLength(1);
  expect(hoursOf(whole)).toBe(hours);
});

test.each([
  ["2026-03-28", 9],
  ["2026-03-29", 8],
  ["2026-10-25", 10],
])("21: the night of %s in Berlin is %d hours of it, in its morning and its evening", (date, hours) => {
  const night = nightOf(date, "Europe/Berlin");
  expect(hoursOf(night)).toBe(hours);
  const ends = night.map(({ from, until }) => [clockShows(from, "Europe/Berlin"), clockShows(until, "Europe/Berlin")]);
  const next = new Date(Date.parse(date) + day).toISOString().slice(0, 10);
  expect(ends).toEqual([
    [`${date}T00:00`, `${date}T07:00`],
    [`${date}T22:00`, `${next}T00:00`],
  ]);
});

test("21: half past two to three, when two o'clock comes twice, is twice half an hour", () => {
  const mine = daily("Europe/Berlin", [[150, 180]]);
  expect(told(overlap(mine, always("Asia/Kathmandu"), "2026-10-25", 30))).toEqual([
    ["2026-10-25T00:30:00.000Z", "2026-10-25T01:00:00.000Z"],
    ["2026-10-25T01:30:00.000Z", "2026-10-25T02:00:00.000Z"],
  ]);
  expect(overlap(mine, always("Asia/Kathmandu"), "2026-03-29", 0)).toEqual([]);
});

/** Whether a clock on the wall stands within that weekday's stretches, minute by minute. */
function isFree(hours: UsualHours, at: number): boolean {
  const [date = "", time = ""] = clockShows(at, hours.zone).split("T");
  const weekday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
  const [hour = 0, minutes = 0] = time.split(":").map(Number);
  return (hours.days[weekday] ?? []).some(
    ([from, until]) => hour * 60 + minutes >= from && hour * 60 + minutes < until,
  );
}

const anyDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 8 })
  .map((marks) => marks.sort((a, b) => a - b).map((mark) => mark * 15))
  .map((marks) =>
    marks.flatMap((from, i) => (i % 2 === 0 && marks[i + 1] !== undefined ? [[from, marks[i + 1]]] : [])),
  );
const anyHours = fc
  .record({ zone: anyZone, days: fc.array(anyDay, { minLength: 7, maxLength: 7 }) })
  .map((hours) => usualHoursSchema.parse(hours));
const anyDate = fc.oneof(
  fc.constantFrom("2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01"),
  fc
    .integer({ min: 0, max: 730 })
    .map((days) => new Date(Date.parse("2026-01-01") + days * day).toISOString().slice(0, 10)),
);

test("20, 21: any two weeks share on any day exactly those minutes that both clocks call free", () => {
  fc.assert(
    fc.property(anyHours, anyHours, anyDate, (mine, theirs, date) => {
      const shared = overlap(mine, theirs, date, 0);
      const expected: number[] = [];
      const found: number[] = [];
      for (let at = Date.parse(date) - day; at < Date.parse(date) + 2 * day; at += 15 * minute) {
        const isMyDay = clockShows(at, mine.zone).startsWith(date);
        if (isMyDay && isFree(mine, at) && isFree(theirs, at)) expected.push(at);
        if (shared.some(({ from, until }) => at >= from && at < until)) found.push(at);
      }
      expect(found).toEqual(expected);
      // In order, apart, and of the length that asking for more leaves.
      for (const [i, { from, until }] of shared.entries()) {
        expect(until).toBeGreaterThan(from);
        expect(from).toBeGreaterThan(shared[i - 1]?.until ?? 0);
      }
      const long = shared.filter(({ from, until }) => until - from >= 45 * minute);
      expect(overlap(mine, theirs, date, 45)).toEqual(long);
    }),
    { numRuns: 100 },
  );
}, 30_000);

test("20: what I share with you, you share with me", () => {
  fc.assert(
    fc.property(anyHours, anyHours, anyDate, (mine, theirs, date) => {
      const around = [-1, 0, 1].map((days) => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10));
      const theirView = around.flatMap((each) => overlap(theirs, mine, each, 0));
      for (const { from, until } of overlap(mine, theirs, date, 0)) {
        const covered = theirView.reduce(
          (sum, other) => sum + Math.max(0, Math.min(until, other.until) - Math.max(from, other.from)),
          0,
        );
        expect(covered).toBe(until - from);
      }
    }),
    { numRuns: 60 },
  );
});
