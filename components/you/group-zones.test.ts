import { expect, test } from "vitest";
import { groupZones } from "./group-zones";

test("every zone that the browser knows is there once, under its part of the world", () => {
  const groups = groupZones(null);
  const listed = groups.flatMap(({ zones }) => zones);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed).toEqual(expect.arrayContaining([...Intl.supportedValuesOf("timeZone"), "UTC"]));
  for (const { region, zones } of groups) {
    expect(zones.every((zone) => (region === "" ? !zone.includes("/") : zone.startsWith(`${region}/`)))).toBe(true);
  }
});

test("a zone that this browser has another name for is on offer all the same; what has no part of the world comes last", () => {
  const groups = groupZones("Asia/Kathmandu");
  expect(groups.find(({ region }) => region === "Asia")?.zones).toContain("Asia/Kathmandu");
  expect(groups.at(-1)?.region).toBe("");
});
