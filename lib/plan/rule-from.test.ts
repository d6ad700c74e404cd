import fc from "fast-check";
import { expect, test } from "vitest";
import type { RhythmRule } from "@/lib/plan/rhythm-rule";
import { ruleFrom } from "@/lib/plan/rule-from";
import { listSlots } from "@/lib/plan/slots";

const weekly = (weekdays: number[], every: "week" | "otherWeek" = "week"): RhythmRule => ({
  every,
  weekdays,
  at: "19:30",
  from: "2026-01-05",
});
const monthly = (nth: 1 | 2 | 3 | 4 | -1, weekday: number): RhythmRule => ({
  every: "month",
  nth,
  weekday,
  at: "19:30",
  from: "2026-01-01",
});
const slotsOf = (rule: RhythmRule, limit: number) =>
  listSlots(rule, { after: "2000-01-01", until: "2199-12-31", limit });

test("18: another time from this slot on", () => {
  expect(ruleFrom(weekly([7]), "2026-03-08", { at: "20:00" })).toEqual({
    ok: true,
    value: { every: "week", weekdays: [7], at: "20:00", from: "2026-03-08" },
  });
});

test("18: another day from this slot on, the other days stay", () => {
  expect(ruleFrom(weekly([3, 7]), "2026-03-08", { on: "2026-03-06" })).toEqual({
    ok: true,
    value: { every: "week", weekdays: [3, 5], at: "19:30", from: "2026-03-06" },
  });
});

test("18: every other week stays the same other week", () => {
  const result = ruleFrom(weekly([3], "otherWeek"), "2026-01-21", { on: "2026-01-19" });
  expect(result.ok && slotsOf(result.value, 3)).toEqual(["2026-01-19", "2026-02-02", "2026-02-16"]);
});

test.each([
  [monthly(1, 7), "2026-03-01", "2026-02-28", 4, 6],
  [monthly(2, 7), "2026-03-08", "2026-03-10", 2, 2],
  [monthly(-1, 7), "2026-03-29", "2026-03-31", -1, 2],
  [monthly(-1, 7), "2026-03-29", "2026-03-24", 4, 2],
  [monthly(-1, 7), "2026-02-22", "2026-02-24", -1, 2],
  [monthly(4, 7), "2026-02-22", "2026-02-24", 4, 2],
  [monthly(4, 7), "2026-03-22", "2026-03-30", -1, 1],
] as const)(
  "18: the monthly rule %j, from %s put on %s, is number %i of weekday %i",
  (rule, slot, on, nth, weekday) => {
    const result = ruleFrom(rule, slot, { on });
    expect(result).toEqual({ ok: true, value: { ...rule, nth, weekday, from: on } });
  },
);

test("18: a monthly rule that keeps its day keeps its number, also where that day is a fourth and a last at once", () => {
  const result = ruleFrom(monthly(-1, 7), "2026-02-22", { at: "20:00" });
  expect(result).toMatchObject({ ok: true, value: { nth: -1, weekday: 7, at: "20:00" } });
});

test("18: a day on which the rule does not come round is no slot", () => {
  for (const day of ["2026-03-07", "2026-01-04"]) {
    expect(ruleFrom(weekly([7]), day, { at: "20:00" })).toEqual({ ok: false, refusal: "notASlot" });
  }
});

test.each(["2026-03-04", "2026-03-03", "2026-03-11", "2026-03-12"])(
  "18: Sunday the 8th cannot go to %s, on or beyond the Wednesdays beside it",
  (on) => {
    expect(ruleFrom(weekly([3, 7]), "2026-03-08", { on })).toEqual({ ok: false, refusal: "passesAnother" });
  },
);

test("18: the first of a rhythm has none before it that could be passed, but keeps to the calendars", () => {
  const rule = { ...weekly([7]), from: "2026-03-05" };
  expect(ruleFrom(rule, "2026-03-08", { on: "2026-03-02" })).toMatchObject({ ok: true, value: { from: "2026-03-02" } });
});

test("18: what changes nothing leaves every later slot where it was", () => {
  const anyRule = fc.oneof(
    fc
      .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.constantFrom("week", "otherWeek"))
      .map(([weekdays, every]) => weekly(weekdays, every === "week" ? "week" : "otherWeek")),
    fc
      .tuple(
        fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
        fc.integer({ min: 1, max: 7 }),
      )
      .map(([nth, weekday]) => monthly(nth, weekday)),
  );
  fc.assert(
    fc.property(anyRule, fc.integer({ min: 0, max: 19 }), (rule, index) => {
      const all = slotsOf(rule, 30);
      const result = ruleFrom(rule, all[index] ?? "", {});
      expect(result.ok && slotsOf(result.value, 10)).toEqual(all.slice(index, index + 10));
    }),
    { numRuns: 60 },
  );
});

test("18: a slot that goes to another day begins the new rhythm there, and the rest keeps its distance", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: -6, max: 6 }), (weekday, days) => {
      const slot = slotsOf(weekly([weekday]), 9)[8] ?? "";
      const on = new Date(Date.parse(slot) + days * 86_400_000).toISOString().slice(0, 10);
      const result = ruleFrom(weekly([weekday]), slot, { on });
      const found = result.ok ? slotsOf(result.value, 4).map((each) => Date.parse(each)) : [];
      expect(found).toEqual([0, 7, 14, 21].map((later) => Date.parse(on) + later * 86_400_000));
    }),
  );
});
