import { expect, it } from "vitest";
import { judge, percentile, type Round, summarise } from "./statistics";

const upTo = (n: number) => Array.from({ length: n }, (_, index) => n - index);
const round = (latencies: number[], seconds = 1): Round => ({ latencies, seconds, serverCpuMs: 2, clientCpuMs: 4 });

it("takes the percentile that was measured, whatever the order of the samples", () => {
  expect(percentile(upTo(1000), 50)).toBe(500);
  expect(percentile(upTo(1000), 99)).toBe(990);
  expect(percentile([7], 99)).toBe(7);
  expect(percentile([10, 9, 2], 50)).toBe(9);
});

it("does not let a missing measurement look like a quick one", () => {
  expect(() => percentile([], 50)).toThrow("no percentile");
});

it("weighs each round by what it measured", () => {
  expect(summarise([round([1, 1, 1], 1), round([5], 3)])).toEqual({
    handOffs: 4,
    p50Ms: 1,
    p99Ms: 5,
    perSecond: 1,
    serverCpuMsEach: 1,
    clientCpuMsEach: 2,
  });
});

it("meets a goal at its very edge and not beyond, in both directions", () => {
  const floor = [round([4], 1), round([4], 1)];
  const latency = { measure: "p50Ms", is: "at most", ratio: 1.25 } as const;
  expect(judge(latency, floor, [round([5]), round([5])])).toMatchObject({ measured: 1.25, met: true });
  expect(judge(latency, floor, [round([5.1]), round([5.1])]).met).toBe(false);
  const pace = { measure: "perSecond", is: "at least", ratio: 1.5 } as const;
  expect(judge(pace, floor, [round([1, 1, 1], 2), round([1, 1, 1], 2)])).toMatchObject({ measured: 1.5, met: true });
  expect(judge(pace, floor, [round([1], 1), round([1], 1)]).met).toBe(false);
});

it("tells the ratios of single rounds apart", () => {
  const judged = judge(
    { measure: "p50Ms", is: "at most", ratio: 2 },
    [round([1]), round([10])],
    [round([2]), round([30])],
  );
  expect(judged).toMatchObject({ lowest: 2, highest: 3 });
});
