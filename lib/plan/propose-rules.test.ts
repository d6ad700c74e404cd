import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTimes, lapsesAt, proposeFrom } from "@/lib/plan/propose-rules";

const now = Date.parse("2026-11-23T15:00Z");
const hour = 3_600_000;
const berlin = (date: string, time: string) => ({ date, time, zone: "Europe/Berlin" });
const refused = (refusal: string) => ({ ok: false, refusal });

test("5: three times come back as instants, soonest first", () => {
  const times = [berlin("2026-11-29", "19:30"), berlin("2026-11-24", "20:00"), berlin("2026-11-24", "07:15")];
  const instants = ["2026-11-24T06:15Z", "2026-11-24T19:00Z", "2026-11-29T18:30Z"].map(Date.parse);
  expect(checkTimes(times, now)).toEqual({ ok: true, value: instants });
});

test("5: no time at all is now, and four are too many", () => {
  expect(checkTimes([], now)).toEqual({ ok: true, value: [] });
  const four = [1, 2, 3, 4].map((day) => berlin(`2026-12-0${day}`, "19:30"));
  expect(checkTimes(four, now)).toEqual(refused("tooMany"));
  expect(checkTimes(four.slice(1), now).ok).toBe(true);
});

test("6: this very instant has passed, the next minute has not", () => {
  expect(checkTimes([berlin("2026-11-23", "16:00")], now)).toEqual(refused("pastTime"));
  expect(checkTimes([berlin("2026-11-23", "16:01")], now).ok).toBe(true);
  expect(checkTimes([berlin("2026-11-29", "19:30"), berlin("2020-01-01", "19:30")], now)).toEqual(refused("pastTime"));
});

test("6: this day next year can be named, the one after the next cannot", () => {
  expect(checkTimes([berlin("2027-11-23", "19:30")], now).ok).toBe(true);
  expect(checkTimes([berlin("2027-11-25", "19:30")], now)).toEqual(refused("tooFarAhead"));
});

test("6: in a leap year too", () => {
  const before = Date.parse("2027-03-01T12:00Z");
  expect(checkTimes([berlin("2028-03-01", "13:00")], before).ok).toBe(true);
});

test("7: the same instant by two clocks is one time", () => {
  const times = [berlin("2026-11-29", "19:30"), { date: "2026-11-30", time: "00:15", zone: "Asia/Kathmandu" }];
  expect(checkTimes(times, now)).toEqual(refused("sameTimeTwice"));
});

test("7: both halves of a doubled hour are two times", () => {
  const doubled = berlin("2027-10-31", "02:30");
  const both = [
    { ...doubled, which: "first" as const },
    { ...doubled, which: "second" as const },
  ];
  expect(checkTimes(both, now).ok).toBe(true);
  expect(checkTimes([doubled], now)).toEqual(refused("doubledTime"));
});

test("1, 3: what is no moment is refused by its own name", () => {
  expect(checkTimes([berlin("2027-03-28", "02:30")], now)).toEqual(refused("skippedTime"));
  const nowhere = { date: "2026-11-29", time: "19:30", zone: "Mars/Olympus" };
  expect(checkTimes([nowhere], now)).toEqual(refused("unknownZone"));
});

test("8: it lapses at its last time, and a now after half an hour", () => {
  expect(lapsesAt([now + 5 * hour, now + 99 * hour, now + 7 * hour], now)).toBe(now + 99 * hour);
  expect(lapsesAt([], now)).toBe(now + 1_800_000);
});

test.each(["notToday", "lapsed"] as const)("9: after %s the next may be sent in twelve hours", (how) => {
  expect(proposeFrom({ lastEnded: { how, at: now }, restHoursOfBoth: [12, 12] })).toBe(now + 12 * hour);
});

test.each([
  [2, 12, 12],
  [12, 2, 12],
  [2, 4, 4],
  [0, 1, 1],
  [48, 1, 12],
])("10: who wants %i hours and who wants %i rest %i", (mine, theirs, hours) => {
  expect(proposeFrom({ lastEnded: { how: "notToday", at: now }, restHoursOfBoth: [mine, theirs] })).toBe(
    now + hours * hour,
  );
});

test("10: where both want none there is none", () => {
  expect(proposeFrom({ lastEnded: { how: "lapsed", at: now }, restHoursOfBoth: [0, 0] })).toBeNull();
});

test("10: nobody alone makes the rest shorter, and nobody makes it longer than twelve hours", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
      const rest = (of: [number, number]) =>
        (proposeFrom({ lastEnded: { how: "notToday", at: now }, restHoursOfBoth: of }) ?? now) - now;
      expect(rest([a, b])).toBe(rest([b, a]));
      expect(rest([a, 12])).toBe(12 * hour);
      expect(rest([a, b])).toBeGreaterThanOrEqual(Math.min(12, a) * hour);
      expect(rest([a, b])).toBeLessThanOrEqual(12 * hour);
    }),
  );
});

test.each(["withdrawn", "accepted", "countered"] as const)("11: after %s the next may be sent at once", (how) => {
  expect(proposeFrom({ lastEnded: { how, at: now }, restHoursOfBoth: [12, 12] })).toBeNull();
});

test("11: the first of all may be sent at once", () => {
  expect(proposeFrom({ lastEnded: null, restHoursOfBoth: [12, 12] })).toBeNull();
});
