import { expect, test } from "vitest";
import { usualHoursSchema } from "@/lib/plan/hours";

const week = (monday: unknown) => ({ zone: "Europe/Berlin", days: [monday, [], [], [], [], [], []] });
const names = (monday: unknown) => {
  const parsed = usualHoursSchema.safeParse(week(monday));
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

test("19: a day's stretches come back in order, whatever order they were told in", () => {
  const told = week([
    [1140, 1440],
    [0, 60],
    [720, 780],
  ]);
  const kept = usualHoursSchema.parse(told);
  expect(kept.days[0]).toEqual([
    [0, 60],
    [720, 780],
    [1140, 1440],
  ]);
  expect(usualHoursSchema.parse(kept)).toEqual(kept);
});

test("19: stretches may touch", () => {
  const touching = [
    [600, 660],
    [660, 720],
  ];
  expect(names(touching)).toEqual([]);
});

test.each([
  ["endBeforeStart", [[720, 660]]],
  ["endBeforeStart", [[720, 720]]],
  [
    "overlapping",
    [
      [720, 780],
      [600, 721],
    ],
  ],
  ["tooManyStretches", [0, 1, 2, 3, 4, 5, 6].map((hour) => [hour * 60, hour * 60 + 30])],
])("19: %s names what is wrong", (name, monday) => {
  expect(names(monday)).toEqual([name]);
});

test.each([[[[-1, 60]]], [[[0, 1441]]], [[[0.5, 60]]], [[[0]]], [[[0, 60, 90]]], ["all day"], [null]])(
  "19: %j is no day",
  (monday) => {
    expect(names(monday)).not.toEqual([]);
  },
);

test("3: a zone that nobody knows and a week of six days are refused", () => {
  const zone = usualHoursSchema.safeParse({ ...week([]), zone: "Mars/Olympus" });
  expect(zone.error?.issues.map(({ message }) => message)).toEqual(["unknownZone"]);
  expect(usualHoursSchema.safeParse({ zone: "Europe/Berlin", days: [[], [], [], [], [], []] }).success).toBe(false);
});

test("19: six stretches a day, all day and never are fine", () => {
  expect(names([[0, 1440]])).toEqual([]);
  expect(names([])).toEqual([]);
  expect(names([0, 1, 2, 3, 4, 5].map((hour) => [hour * 60, hour * 60 + 30]))).toEqual([]);
});
