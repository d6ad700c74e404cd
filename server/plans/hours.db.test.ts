import { expect, it } from "vitest";
import { type UsualHours, usualHoursSchema } from "@/lib/plan/hours";
import { addCouple } from "@/server/couples/test-people";
import { openTestDatabase } from "@/server/database/test-database";
import { findHours, findOverlap, saveHours } from "@/server/plans/hours";
import { must } from "@/server/plans/test-kit";

openTestDatabase();

/** Every evening from six to eight, by the clock of that zone. */
const evenings = (zone: string, stretch: [number, number] = [1080, 1200]): UsualHours =>
  usualHoursSchema.parse({ zone, days: Array.from({ length: 7 }, () => [stretch]) });

const at = (instant: string) => Date.parse(instant);

const addFree = async () => {
  const [a, b] = (await addCouple()).seats;
  await saveHours(a.personId, evenings("UTC"));
  // Seven to nine on Sam's wall is six to eight on Mara's.
  await saveHours(b.personId, evenings("Africa/Lagos", [1140, 1260]));
  return { a, b };
};

it("the coming fortnight's common hours begin no sooner than the next quarter, and what is left of today is told only if it is long enough", async () => {
  const { a } = await addFree();
  const days = async (now: string) => must(await findOverlap(a, { minutes: 30 }, at(now))).days;
  const before = await days("2027-03-01T12:00Z");
  expect(before.map(({ date }) => date)).toEqual([
    ...Array.from({ length: 14 }, (_, day) => `2027-03-${String(day + 1).padStart(2, "0")}`),
  ]);
  expect(before[0]?.stretches).toEqual([{ from: at("2027-03-01T18:00Z"), until: at("2027-03-01T20:00Z") }]);
  expect((await days("2027-03-01T18:46Z"))[0]?.stretches).toEqual([
    { from: at("2027-03-01T19:00Z"), until: at("2027-03-01T20:00Z") },
  ]);
  const during = await days("2027-03-01T19:30Z");
  expect(during[0]).toEqual({
    date: "2027-03-01",
    stretches: [{ from: at("2027-03-01T19:30Z"), until: at("2027-03-01T20:00Z") }],
  });
  expect((await days("2027-03-01T19:31Z"))[0]?.date).toBe("2027-03-02");
});

it("hours are one's own to change, and without either one's nobody learns whose are missing", async () => {
  const { a, b } = await addFree();
  await saveHours(b.personId, evenings("UTC", [0, 60]));
  expect(await findHours(b.personId)).toEqual(evenings("UTC", [0, 60]));
  expect(await findHours(a.personId)).toEqual(evenings("UTC"));
  const nothing = { ok: true, value: { days: [] } };
  expect(await findOverlap(a, { minutes: 30 })).toEqual(nothing);
  const [c, d] = (await addCouple()).seats;
  await saveHours(c.personId, evenings("UTC"));
  for (const one of [c, d]) expect(await findOverlap(one, { minutes: 30 })).toEqual(nothing);
  expect(await findHours(d.personId)).toBeNull();
});
