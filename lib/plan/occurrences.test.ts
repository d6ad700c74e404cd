import fc from "fast-check";
import { expect, test } from "vitest";
import { listOccurrences, nextAfter } from "@/lib/plan/occurrences";
import type { RhythmRule } from "@/lib/plan/rhythm-rule";
import { anyZone, rhythmInstant, zones } from "@/lib/plan/test-kit";

const day = 86_400_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00Z`);
const weekdayOf = (at: number) => ((new Date(at).getUTCDay() + 6) % 7) + 1;
const mondayOf = (at: number) => at - (weekdayOf(at) - 1) * day;

/** Whether a rule comes round on a day (its midnight in UTC), by counting days alone. */
function comesRound(rule: RhythmRule, at: number): boolean {
  if (at < dayOf(rule.from)) return false;
  if (rule.every === "month") {
    const date = new Date(at);
    const [month, of] = [date.getUTCMonth(), date.getUTCDate()];
    const isLast = new Date(at + 7 * day).getUTCMonth() !== month;
    return weekdayOf(at) === rule.weekday && (rule.nth === -1 ? isLast : Math.floor((of - 1) / 7) + 1 === rule.nth);
  }
  const weeks = (mondayOf(at) - mondayOf(dayOf(rule.from))) / (7 * day);
  return rule.weekdays.includes(weekdayOf(at)) && (rule.every === "week" || weeks % 2 === 0);
}

/** The days after `after` up to `until`, one by one. */
function expectedOccurrences(rule: RhythmRule, zone: string, after: string, until: string) {
  const days = Math.round((dayOf(until) - dayOf(after)) / day);
  return Array.from({ length: Math.max(0, days) }, (_, i) => dayOf(after) + (i + 1) * day)
    .filter((at) => comesRound(rule, at))
    .map((at) => new Date(at).toISOString().slice(0, 10))
    .map((slot) => ({ slot, ...rhythmInstant(`${slot}T${rule.at}`, zone) }));
}

const list = (rule: RhythmRule, zone: string, after: string, until: string, limit = 400) => {
  const result = listOccurrences(rule, zone, { after, until, limit });
  return result.ok ? result.value : result.refusal;
};

const from = "2026-01-14";
const ruleKinds: RhythmRule[] = [
  { every: "week", weekdays: [7], at: "", from },
  { every: "week", weekdays: [6, 2, 4], at: "", from },
  { every: "week", weekdays: [1, 2, 3, 4, 5, 6, 7], at: "", from },
  { every: "otherWeek", weekdays: [7], at: "", from },
  { every: "otherWeek", weekdays: [1, 3], at: "", from },
  ...([1, 2, 3, 4, -1] as const).map((nth): RhythmRule => ({ every: "month", nth, weekday: 7, at: "", from })),
  { every: "month", nth: -1, weekday: 3, at: "", from },
];
const name = (rule: RhythmRule) =>
  rule.every === "month" ? `${rule.nth} of weekday ${rule.weekday} in the month` : `${rule.every} on ${rule.weekdays}`;
const clocks = ["19:30", "02:15", "02:30", "01:45", "00:00", "23:59"];

for (const zone of zones) {
  test.each(ruleKinds.map((rule) => [name(rule), rule] as const))(
    `12, 13, 14: a year of %s in ${zone} is what counting days by hand gives`,
    (_, kind) => {
      for (const at of clocks) {
        const rule = { ...kind, at };
        const expected = expectedOccurrences(rule, zone, "2025-12-31", "2027-01-31");
        expect(expected.length).toBeGreaterThan(10);
        expect(list(rule, zone, "2025-12-31", "2027-01-31")).toEqual(expected);
      }
    },
  );
}

const sundays = (at: string): RhythmRule => ({ every: "week", weekdays: [7], at, from: "2026-01-04" });
const utc = (instant: string) => Date.parse(instant);

test("12: Sunday 19:30 in Berlin is an hour earlier in UTC from the end of March on", () => {
  expect(list(sundays("19:30"), "Europe/Berlin", "2026-03-20", "2026-03-31")).toEqual([
    { slot: "2026-03-22", startsAt: utc("2026-03-22T18:30Z"), shifted: false },
    { slot: "2026-03-29", startsAt: utc("2026-03-29T17:30Z"), shifted: false },
  ]);
});

test("13: 02:30 on the Sunday that has none is 03:30, and 02:30 again a week later", () => {
  expect(list(sundays("02:30"), "Europe/Berlin", "2026-03-27", "2026-04-06")).toEqual([
    { slot: "2026-03-29", startsAt: utc("2026-03-29T01:30Z"), shifted: true },
    { slot: "2026-04-05", startsAt: utc("2026-04-05T00:30Z"), shifted: false },
  ]);
});

test("13: where clocks go forward by half an hour, it moves by half an hour", () => {
  expect(list(sundays("02:15"), "Australia/Lord_Howe", "2026-10-03", "2026-10-05")).toEqual([
    { slot: "2026-10-04", startsAt: utc("2026-10-03T15:45Z"), shifted: true },
  ]);
});

test("14: 02:30 on the Sunday that has two is the first", () => {
  expect(list(sundays("02:30"), "Europe/Berlin", "2026-10-20", "2026-10-26")).toEqual([
    { slot: "2026-10-25", startsAt: utc("2026-10-25T00:30Z"), shifted: false },
  ]);
});

test("15: a window begins after its first day and holds its last", () => {
  const rule = sundays("19:30");
  expect(list(rule, "Europe/Berlin", "2026-03-01", "2026-03-08")).toMatchObject([{ slot: "2026-03-08" }]);
  expect(list(rule, "Europe/Berlin", "2026-03-08", "2026-03-08")).toEqual([]);
  expect(list(rule, "Europe/Berlin", "2026-03-08", "2026-03-01")).toEqual([]);
});

test("15: no occurrence lies before the day from which the rule holds", () => {
  expect(list({ ...sundays("19:30"), from: "2026-03-09" }, "Europe/Berlin", "2026-01-01", "2026-03-15")).toEqual([
    { slot: "2026-03-15", startsAt: utc("2026-03-15T18:30Z"), shifted: false },
  ]);
});

test("17: every other week counts from the week that the first day lies in, even if its day has passed in it", () => {
  // A Wednesday: that week's Monday has passed, so the first is on the Monday a fortnight after it.
  const rule: RhythmRule = { every: "otherWeek", weekdays: [1, 7], at: "19:30", from: "2026-01-14" };
  const found = list(rule, "Europe/Berlin", "2026-01-01", "2026-02-12");
  expect(found).toMatchObject([
    { slot: "2026-01-18" },
    { slot: "2026-01-26" },
    { slot: "2026-02-01" },
    { slot: "2026-02-09" },
  ]);
});

test("16: no more than asked, and ten thousand are refused by name", () => {
  const daily: RhythmRule = { every: "week", weekdays: [1, 2, 3, 4, 5, 6, 7], at: "19:30", from };
  expect(list(daily, "Europe/Berlin", "2026-01-01", "2199-12-31", 10_000)).toBe("tooMany");
  expect(list(daily, "Europe/Berlin", "2026-01-01", "2026-01-31", 401)).toBe("tooMany");
  expect(list(daily, "Europe/Berlin", "2026-01-01", "2199-12-31", 400)).toHaveLength(400);
  expect(list(daily, "Europe/Berlin", "2026-01-01", "2199-12-31", 0)).toEqual([]);
});

test.each(ruleKinds.map((rule) => [name(rule), rule] as const))(
  "16: the last of the calendars' years hold %s like the first",
  (_, kind) => {
    const rule = { ...kind, at: "19:30", from: "2000-01-05" };
    const expected = expectedOccurrences(rule, "Europe/Berlin", "2198-12-31", "2199-12-31");
    expect(expected.length).toBeGreaterThan(10);
    expect(list(rule, "Europe/Berlin", "2198-12-31", "2199-12-31")).toEqual(expected);
  },
);

test.each(["Mars/Olympus", "", "+05:45"])("3: a rhythm in %j is refused", (zone) => {
  expect(list(sundays("19:30"), zone, "2026-01-01", "2026-02-01")).toBe("unknownZone");
  expect(nextAfter(sundays("19:30"), zone, 0)).toEqual({ ok: false, refusal: "unknownZone" });
});

const anyDate = fc
  .integer({ min: 0, max: 1200 })
  .map((days) => new Date(dayOf("2025-06-01") + days * day).toISOString().slice(0, 10));
const anyWeekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const anyRule: fc.Arbitrary<RhythmRule> = fc.oneof(
  fc.record({
    every: fc.constantFrom("week" as const, "otherWeek" as const),
    weekdays: anyWeekdays,
    at: fc.constantFrom(...clocks),
    from: anyDate,
  }),
  fc.record({
    every: fc.constant("month" as const),
    nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    at: fc.constantFrom(...clocks),
    from: anyDate,
  }),
);

test("12 to 17: any rule in any window is what counting days by hand gives", () => {
  fc.assert(
    fc.property(anyRule, anyZone, anyDate, fc.integer({ min: 0, max: 60 }), (rule, zone, after, limit) => {
      const until = new Date(dayOf(after) + 120 * day).toISOString().slice(0, 10);
      const expected = expectedOccurrences(rule, zone, after, until).slice(0, limit);
      expect(list(rule, zone, after, until, limit)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
}, 30_000);

test("15: page after page gives each slot once and in order", () => {
  fc.assert(
    fc.property(anyRule, anyZone, fc.integer({ min: 1, max: 9 }), (rule, zone, limit) => {
      const until = new Date(dayOf(rule.from) + 200 * day).toISOString().slice(0, 10);
      const pages: unknown[] = [];
      let after = "2000-01-01";
      for (;;) {
        const page = list(rule, zone, after, until, limit);
        if (typeof page === "string" || page.length === 0) break;
        pages.push(...page);
        after = page.at(-1)?.slot ?? until;
      }
      expect(pages).toEqual(list(rule, zone, "2000-01-01", until));
    }),
    { numRuns: 60 },
  );
}, 30_000);

test("the next one is the first that starts later than this instant", () => {
  fc.assert(
    fc.property(anyRule, anyZone, fc.integer({ min: 0, max: 900 * 24 * 60 }), (rule, zone, minutes) => {
      const at = dayOf("2025-06-01") + minutes * 60_000;
      const ahead = new Date(Math.max(at, dayOf(rule.from)) + 70 * day).toISOString().slice(0, 10);
      const before = new Date(at - 3 * day).toISOString().slice(0, 10);
      const next = expectedOccurrences(rule, zone, before, ahead).find(({ startsAt }) => startsAt > at);
      expect(nextAfter(rule, zone, at)).toEqual({ ok: true, value: next });
    }),
    { numRuns: 100 },
  );
}, 30_000);

test("an occurrence is not its own next", () => {
  const first = { slot: "2026-03-29", startsAt: utc("2026-03-29T01:30Z"), shifted: true };
  expect(nextAfter(sundays("02:30"), "Europe/Berlin", first.startsAt - 1)).toEqual({ ok: true, value: first });
  const second = { slot: "2026-04-05", startsAt: utc("2026-04-05T00:30Z"), shifted: false };
  expect(nextAfter(sundays("02:30"), "Europe/Berlin", first.startsAt)).toEqual({ ok: true, value: second });
});

test("there is no next where the calendars end", () => {
  expect(nextAfter(sundays("19:30"), "Europe/Berlin", utc("2199-12-30T00:00Z"))).toEqual({ ok: true, value: null });
});
