import { expect, test } from "vitest";
import { families, feelings } from "@/lib/words/feelings";
import { type Point, steps } from "@/lib/words/field";
import { nearestFeelings } from "@/lib/words/nearest-feelings";

const grid: Point[] = steps.flatMap((energy) => steps.map((pleasantness) => ({ energy, pleasantness })));
const stepsAway = (from: Point, to: Point) =>
  Math.max(Math.abs(from.energy - to.energy), Math.abs(from.pleasantness - to.pleasantness));

test.each([...grid, "mixed" as const])("10 to 12 different words are offered at %j", (point) => {
  for (const count of [-1, 0, 5, 10, 11, 12, 40, Number.NaN]) {
    const offered = nearestFeelings(point, count);
    expect(offered.length).toBeGreaterThanOrEqual(10);
    expect(offered.length).toBeLessThanOrEqual(12);
    expect(new Set(offered).size).toBe(offered.length);
  }
  expect(nearestFeelings(point, 10)).toHaveLength(10);
});

test.each(grid)("the words at %j are near, nearest first, and two thirds at most are of one family", (point) => {
  const offered = nearestFeelings(point);
  const squared = offered.map((f) => (f.energy - point.energy) ** 2 + (f.pleasantness - point.pleasantness) ** 2);
  expect(squared).toEqual([...squared].sort((a, b) => a - b));
  for (const feeling of offered) expect(stepsAway(point, feeling), feeling.id).toBeLessThanOrEqual(2);
  const shares = families
    .map((family) => offered.filter((feeling) => feeling.family === family).length)
    .filter((share) => share > 0);
  expect(shares.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...shares)).toBeLessThanOrEqual((offered.length * 2) / 3);
});

test.each(feelings)("$word is offered at its own place, even among ten", (feeling) => {
  expect(nearestFeelings(feeling, 10)).toContain(feeling);
});

test("mixed reaches into every family, even among ten", () => {
  expect(new Set(nearestFeelings("mixed", 10).map((feeling) => feeling.family)).size).toBe(9);
});

test("the same place gives the same words in the same order, and the lists are never shared", () => {
  for (const point of grid) {
    const before = nearestFeelings(point).map((feeling) => feeling.id);
    nearestFeelings(point).reverse();
    expect(nearestFeelings({ ...point }).map((feeling) => feeling.id)).toEqual(before);
  }
});
