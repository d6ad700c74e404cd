import { expect, it } from "vitest";
import { tokenBucket } from "@/server/realtime/token-bucket";

const takenOf = (take: (now: number) => boolean, times: number, now: number) =>
  Array.from({ length: times }, () => take(now)).filter(Boolean).length;

it("gives a burst, then as much as comes back in the time that passed", () => {
  const take = tokenBucket({ perSecond: 20, burst: 40 });
  expect(takenOf(take, 100, 0)).toBe(40);
  expect(takenOf(take, 100, 500)).toBe(10);
  expect(takenOf(take, 100, 1_000_000)).toBe(40);
});

it("gives nothing extra when the clock is set back, and goes on from there", () => {
  const take = tokenBucket({ perSecond: 20, burst: 1 });
  expect(takenOf(take, 5, 10_000)).toBe(1);
  expect(takenOf(take, 5, 0)).toBe(0);
  expect(takenOf(take, 5, 50)).toBe(1);
});
