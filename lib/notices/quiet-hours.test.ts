import fc from "fast-check";
import { expect, test } from "vitest";
import { afterQuiet } from "@/lib/notices/quiet-hours";
import { wallOf } from "@/lib/plan/format-zone-time";

const night = { quietFrom: 22 * 60, quietUntil: 7 * 60 };
const at = (text: string) => Date.parse(text);
const show = (moment: number, zone: string) => `${wallOf(moment, zone).date} ${wallOf(moment, zone).time}`;

test("by day a notice goes out at once, to the millisecond", () => {
  const noon = at("2026-11-23T12:00:00.123Z");
  expect(afterQuiet(noon, night, "Europe/Berlin")).toBe(noon);
});

test("in the night it waits for the morning, before midnight and after it", () => {
  for (const evening of ["2026-11-23T21:30:10Z", "2026-11-24T02:00:00Z"]) {
    expect(show(afterQuiet(at(evening), night, "Europe/Berlin"), "Europe/Berlin")).toBe("2026-11-24 07:00");
  }
});

test("quiet hours begin with their first minute and end before their last", () => {
  const first = at("2026-11-23T21:00:00Z");
  expect(afterQuiet(first, night, "Europe/Berlin")).toBeGreaterThan(first);
  const last = at("2026-11-24T06:00:00Z");
  expect(afterQuiet(last, night, "Europe/Berlin")).toBe(last);
});

test("the morning is seven o'clock on the wall in nights when the clocks change", () => {
  for (const evening of ["2026-03-28T22:00:00Z", "2026-10-24T22:00:00Z"]) {
    expect(show(afterQuiet(at(evening), night, "Europe/Berlin"), "Europe/Berlin")).toMatch(/ 07:00$/);
  }
});

test("an end that a clock change leaves out is the first moment after it", () => {
  const early = { quietFrom: 22 * 60, quietUntil: 2 * 60 + 30 };
  expect(show(afterQuiet(at("2026-03-28T23:00:00Z"), early, "Europe/Berlin"), "Europe/Berlin")).toBe(
    "2026-03-29 03:00",
  );
});

test("it is the person's own night, wherever they live", () => {
  expect(show(afterQuiet(at("2026-11-23T17:00:00Z"), night, "Asia/Kathmandu"), "Asia/Kathmandu")).toBe(
    "2026-11-24 07:00",
  );
});

test("without quiet hours, or with none between their ends, everything goes out at once", () => {
  const midnight = at("2026-11-24T00:00:00Z");
  expect(afterQuiet(midnight, { quietFrom: null, quietUntil: null }, "UTC")).toBe(midnight);
  expect(afterQuiet(midnight, { quietFrom: 300, quietUntil: 300 }, "UTC")).toBe(midnight);
});

test("whatever the hours, the zone and the clock change: never before its time, never in quiet hours, never a minute too late", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];
  fc.assert(
    fc.property(
      fc.integer({ min: at("2026-01-01"), max: at("2027-01-01") }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.constantFrom(...zones),
      (moment, quietFrom, quietUntil, zone) => {
        fc.pre(quietFrom !== quietUntil);
        const isQuiet = (one: number) => {
          const [h = 0, m = 0] = wallOf(one, zone).time.split(":").map(Number);
          const now = h * 60 + m;
          return quietFrom < quietUntil ? now >= quietFrom && now < quietUntil : now >= quietFrom || now < quietUntil;
        };
        const out = afterQuiet(moment, { quietFrom, quietUntil }, zone);
        expect(out).toBeGreaterThanOrEqual(moment);
        expect(isQuiet(out)).toBe(false);
        if (out > moment) expect(isQuiet(Math.max(moment, out - 60_000))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
