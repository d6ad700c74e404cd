import fc from "fast-check";
import { expect, test } from "vitest";
import { momentOf, wallOf, zoneShiftBetween } from "@/lib/plan/moment-of";
import { anyInstant, anyZone, clockShows, instantsOf } from "@/lib/plan/test-kit";
import { wallMomentSchema } from "@/lib/plan/wall-time";

const moment = (date: string, time: string, zone: string, which?: "first" | "second") =>
  momentOf({ date, time, zone, ...(which === undefined ? {} : { which }) });

test.each([
  ["2026-11-29", "19:30", "Europe/Berlin", "2026-11-29T18:30Z"],
  ["2026-07-05", "19:30", "Europe/Berlin", "2026-07-05T17:30Z"],
  ["2026-11-29", "19:30", "America/New_York", "2026-11-30T00:30Z"],
  ["2026-11-29", "00:15", "Asia/Kathmandu", "2026-11-28T18:30Z"],
  ["2026-07-05", "12:00", "America/St_Johns", "2026-07-05T14:30Z"],
  ["2026-11-29", "12:00", "Australia/Lord_Howe", "2026-11-29T01:00Z"],
])("4: %s %s in %s is %s", (date, time, zone, instant) => {
  expect(moment(date, time, zone)).toEqual({ ok: true, value: Date.parse(instant) });
});

test.each([
  ["2026-03-29", "02:00", "Europe/Berlin"],
  ["2026-03-29", "02:59", "Europe/Berlin"],
  ["2026-03-08", "02:30", "America/New_York"],
  ["2026-03-08", "02:30", "America/St_Johns"],
  ["2026-10-04", "02:15", "Australia/Lord_Howe"],
])("1: %s %s is no time in %s, with or without a word for which", (date, time, zone) => {
  for (const which of [undefined, "first", "second"] as const) {
    expect(moment(date, time, zone, which)).toEqual({ ok: false, refusal: "skippedTime" });
  }
});

test.each([
  ["2026-03-29", "01:59", "Europe/Berlin"],
  ["2026-03-29", "03:00", "Europe/Berlin"],
  ["2026-10-04", "02:30", "Australia/Lord_Howe"],
  ["2026-03-29", "02:30", "Asia/Kathmandu"],
  ["2026-10-25", "03:00", "Europe/Berlin"],
])("1, 2: %s %s in %s is a time like any other", (date, time, zone) => {
  const plain = moment(date, time, zone);
  expect(plain.ok).toBe(true);
  expect(moment(date, time, zone, "second")).toEqual(plain);
});

test.each([
  ["2026-10-25", "02:30", "Europe/Berlin", 60],
  ["2026-11-01", "01:00", "America/New_York", 60],
  ["2026-11-01", "01:59", "America/St_Johns", 60],
  ["2026-04-05", "01:45", "Australia/Lord_Howe", 30],
])("2: %s %s comes twice in %s, %i minutes apart", (date, time, zone, apart) => {
  expect(moment(date, time, zone)).toEqual({ ok: false, refusal: "doubledTime" });
  const [first, second] = instantsOf(`${date}T${time}`, zone);
  expect(moment(date, time, zone, "first")).toEqual({ ok: true, value: first });
  expect(moment(date, time, zone, "second")).toEqual({ ok: true, value: second });
  expect(Number(second) - Number(first)).toBe(apart * 60_000);
});

test.each(["Mars/Olympus", "", "+05:45", "Europe/Atlantis", "Europe/Berlin\n"])("3: %j is no zone", (zone) => {
  expect(moment("2026-11-29", "19:30", zone)).toEqual({ ok: false, refusal: "unknownZone" });
});

test.each(["2026-02-30", "2026-13-01", "2025-02-29", "26-1-1", "1999-12-31", "2200-01-01", "2026-11-29T00:00"])(
  "the date %s does not come across the border",
  (date) => {
    const wall = { date, time: "19:30", zone: "Europe/Berlin" };
    expect(wallMomentSchema.safeParse(wall).success).toBe(false);
    expect(wallMomentSchema.safeParse({ ...wall, date: "2028-02-29" }).success).toBe(true);
  },
);

test.each(["24:00", "7:30", "19:60", "19:30:00", " 19:30"])("the time %j does not come across the border", (time) => {
  expect(wallMomentSchema.safeParse({ date: "2026-11-29", time, zone: "Europe/Berlin" }).success).toBe(false);
});

test("4: what an instant's clock shows leads back to it, and to its twin where there is one", () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (at, zone) => {
      const { date, time } = wallOf(at, zone);
      const instants = instantsOf(`${date}T${time}`, zone);
      const answers = (["first", "second"] as const).map((which) => moment(date, time, zone, which));
      expect(answers).toEqual([instants[0], instants.at(-1)].map((value) => ({ ok: true, value })));
      expect(instants).toContain(at);
    }),
    { numRuns: 500 },
  );
});

test("4: a clock shows what Intl says it does", () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (at, zone) => {
      const { date, time } = wallOf(at, zone);
      expect(`${date}T${time}`).toBe(clockShows(at, zone));
    }),
  );
});

test.each([
  ["2026-03-22T18:30Z", "2026-03-29T17:30Z", "Europe/Berlin", 60],
  ["2026-10-18T17:30Z", "2026-10-25T18:30Z", "Europe/Berlin", -60],
  ["2026-04-01T00:00Z", "2026-04-10T00:00Z", "Australia/Lord_Howe", -30],
  ["2026-03-22T18:30Z", "2026-03-29T17:30Z", "Asia/Kathmandu", 0],
  ["2026-01-10T00:00Z", "2027-01-10T00:00Z", "America/New_York", 0],
])("between %s and %s the clocks of %s shift by %i minutes", (earlier, later, zone, minutes) => {
  expect(zoneShiftBetween(Date.parse(earlier), Date.parse(later), zone)).toBe(minutes);
});
