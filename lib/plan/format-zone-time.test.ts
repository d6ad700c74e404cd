import { expect, test } from "vitest";
import { formatZoneTime, sameWallTime, wallOf } from "@/lib/plan/format-zone-time";

const at = Date.parse("2026-11-29T18:30Z");

test("midnight is 00:00 of the new day", () => {
  expect(wallOf(Date.parse("2026-11-29T23:00Z"), "Europe/Berlin")).toEqual({ date: "2026-11-30", time: "00:00" });
});

test("an instant within a minute shows that minute", () => {
  expect(wallOf(at + 59_999, "Asia/Kathmandu")).toEqual({ date: "2026-11-30", time: "00:15" });
});

test("two zones that go alike show the same time, while they do", () => {
  expect(sameWallTime(at, "Europe/Berlin", "Europe/Paris")).toBe(true);
  expect(sameWallTime(at, "Africa/Lagos", "Europe/Berlin")).toBe(true);
  expect(sameWallTime(Date.parse("2026-07-05T17:30Z"), "Africa/Lagos", "Europe/Berlin")).toBe(false);
});

test("the same hour on another day is another time", () => {
  expect(wallOf(at, "Pacific/Honolulu").time).toBe(wallOf(at, "Pacific/Kiritimati").time);
  expect(sameWallTime(at, "Pacific/Honolulu", "Pacific/Kiritimati")).toBe(false);
});

test("a person reads the day and the time of their own zone", () => {
  const spaced = (text: string) => text.replaceAll(/\s/g, " ");
  const { day, time } = formatZoneTime(at, "Asia/Kathmandu", "en");
  expect([day, spaced(time)]).toEqual(["Monday, November 30", "12:15 AM"]);
  expect(formatZoneTime(at, "Europe/Berlin", "de")).toEqual({ day: "Sonntag, 29. November", time: "19:30" });
});

test("a zone that nobody knows throws instead of showing another's time", () => {
  expect(() => wallOf(at, "Mars/Olympus")).toThrow(RangeError);
});
