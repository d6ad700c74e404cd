import { expect, test } from "vitest";
import { daysOf, type HoursRow, rowsOf } from "./hours-draft";

const row = (weekdays: number[], from: string, until: string): HoursRow => ({ key: "one", weekdays, from, until });

test("a row of several days is kept for each of them", () => {
  expect(daysOf([row([1, 7], "18:00", "21:30")])).toEqual([[[1080, 1290]], [], [], [], [], [], [[1080, 1290]]]);
});

test("a stretch across midnight is two, on Sunday night too", () => {
  expect(daysOf([row([7], "22:00", "01:00")])).toEqual([[[0, 60]], [], [], [], [], [], [[1320, 1440]]]);
  expect(daysOf([row([2], "22:00", "00:00")])[1]).toEqual([[1320, 1440]]);
});

test("stretches that overlap or touch are one, so that nothing is refused for it", () => {
  const [monday] = daysOf([row([1], "18:00", "20:00"), row([1], "19:00", "21:00"), row([1], "21:00", "22:00")]);
  expect(monday).toEqual([[1080, 1320]]);
});

test("a row that says no time or no day adds nothing", () => {
  expect(daysOf([row([1], "", "20:00"), row([], "18:00", "20:00"), row([1], "18:00", "18:00")]).flat()).toEqual([]);
});

test("what is kept comes back as the rows that make it", () => {
  const days = daysOf([row([1, 2, 3], "18:00", "21:00"), row([6], "09:30", "00:00")]);
  expect(rowsOf(days).map(({ weekdays, from, until }) => [weekdays, from, until])).toEqual([
    [[1, 2, 3], "18:00", "21:00"],
    [[6], "09:30", "00:00"],
  ]);
  expect(daysOf(rowsOf(days))).toEqual(days);
});
