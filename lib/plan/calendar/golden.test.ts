import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { goldenCases } from "@/lib/plan/calendar/golden-test-kit";
import { readCalendar } from "@/lib/plan/calendar/reader-test-kit";

const folder = "lib/plan/calendar/golden";

test.each(goldenCases)("23: $file is written byte for byte as it was looked at", ({ file, text }) => {
  expect(text).toBe(readFileSync(`${folder}/${file}`, "utf8"));
});

test.each(goldenCases)("24: a second reader sees the instants of $file", ({ file, instants }) => {
  const { events } = readCalendar(readFileSync(`${folder}/${file}`, "utf8"));
  expect(events.map(({ startsAt }) => startsAt)).toEqual(instants);
  expect(events.map(({ until }) => until)).toEqual(instants.map((at) => at + 30 * 60_000));
});

test("every golden file has its case", () => {
  expect(readdirSync(folder).sort()).toEqual(goldenCases.map(({ file }) => file).sort());
});
