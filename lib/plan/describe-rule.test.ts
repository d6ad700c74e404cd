import { expect, test } from "vitest";
import { describeRule, weekdayName } from "@/lib/plan/describe-rule";

const shared = { at: "19:30", from: "2026-11-29" };

test("a weekly rule names its days from Monday on, whatever order they were picked in", () => {
  expect(describeRule({ ...shared, every: "week", weekdays: [7, 3, 1] })).toEqual({
    ...shared,
    every: "week",
    weekdays: [1, 3, 7],
    daily: false,
    nth: null,
  });
});

test("all seven days are daily, but not every other week", () => {
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  expect(describeRule({ ...shared, every: "week", weekdays }).daily).toBe(true);
  expect(describeRule({ ...shared, every: "otherWeek", weekdays }).daily).toBe(false);
});

test("a monthly rule says which of its kind, also the last", () => {
  const parts = describeRule({ ...shared, every: "month", nth: -1, weekday: 7 });
  expect(parts).toEqual({ ...shared, every: "month", weekdays: [7], daily: false, nth: -1 });
});

test("one is Monday and seven is Sunday", () => {
  expect([1, 7].map((day) => weekdayName(day, "en"))).toEqual(["Monday", "Sunday"]);
  expect(weekdayName(3, "de", "short")).toBe("Mi");
});
