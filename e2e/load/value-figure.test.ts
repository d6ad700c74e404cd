import { expect, it } from "vitest";
import { valueFigure } from "./value-figure";

it("judges the median as a multiple of the floor, and tells the ratios of single rounds apart", () => {
  const figure = valueFigure("x", "ms", { floor: [10, 20, 10], product: [30, 30, 90] }, { ratio: 3 });
  expect(figure).toMatchObject({ floor: 10, product: 30, promise: null });
  expect(figure.goals).toEqual([{ is: "at most", ratio: 3, measured: 3, lowest: 1.5, highest: 9, met: true }]);
  expect(valueFigure("x", "ms", { floor: [10], product: [31] }, { ratio: 3 }).goals[0]?.met).toBe(false);
});

it("keeps a promise only in every round", () => {
  const of = (product: number[]) =>
    valueFigure("x", "ms", { floor: [9, 9, 9], product }, { ratio: 9, promise: 100 }).promise;
  expect(of([5, 100, 5])).toEqual({ most: 100, worst: 100, kept: true });
  expect(of([5, 101, 5])).toEqual({ most: 100, worst: 101, kept: false });
});

it("does not let a missing round look like a quick one", () => {
  expect(() => valueFigure("x", "ms", { floor: [], product: [] }, { ratio: 1 })).toThrow("no percentile");
  expect(() => valueFigure("x", "ms", { floor: [1, 1], product: [1] }, { ratio: 1 })).toThrow("lacks rounds");
});
