import { expect, test } from "vitest";
import { wallOf } from "@/lib/plan/format-zone-time";
import { instantsOf } from "./instants-of";

const iso = (date: string, time: string, zone: string) =>
  instantsOf({ date, time }, zone).map((at) => new Date(at).toISOString());

test("a time that comes once is one instant, on either side of the date line", () => {
  expect(iso("2026-11-29", "19:30", "Europe/Berlin")).toEqual(["2026-11-29T18:30:00.000Z"]);
  expect(iso("2026-11-29", "19:30", "Pacific/Kiritimati")).toEqual(["2026-11-29T05:30:00.000Z"]);
  expect(iso("2026-11-29", "19:30", "Pacific/Pago_Pago")).toEqual(["2026-11-30T06:30:00.000Z"]);
  expect(iso("2026-11-29", "19:30", "Asia/Kathmandu")).toEqual(["2026-11-29T13:45:00.000Z"]);
});

test("a time that the clocks leave out is none, and one that comes twice is two, soonest first", () => {
  expect(iso("2027-03-28", "02:30", "Europe/Berlin")).toEqual([]);
  expect(iso("2027-10-31", "02:30", "Europe/Berlin")).toEqual(["2027-10-31T00:30:00.000Z", "2027-10-31T01:30:00.000Z"]);
  expect(iso("2027-04-04", "01:45", "Australia/Lord_Howe")).toHaveLength(2);
});

test("what is no date or no time is none", () => {
  expect(iso("", "19:30", "Europe/Berlin")).toEqual([]);
  expect(iso("2026-11-29", "", "Europe/Berlin")).toEqual([]);
});

test("every half hour of a year comes back from the wall that it showed", () => {
  const lost: string[] = [];
  for (const zone of ["Europe/Berlin", "Australia/Lord_Howe"]) {
    for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2028, 0, 1); at += 30 * 60_000) {
      if (!instantsOf(wallOf(at, zone), zone).includes(at)) lost.push(`${zone} ${new Date(at).toISOString()}`);
    }
  }
  expect(lost).toEqual([]);
});
