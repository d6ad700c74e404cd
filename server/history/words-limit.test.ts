import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { personIdSchema } from "@/lib/ids";
import { takePage } from "@/server/history/words-limit";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const someone = () => personIdSchema.parse(crypto.randomUUID());
const takeMany = async (personId: ReturnType<typeof someone>, count: number, part: "all" | "chips" = "all") => {
  let taken = 0;
  for (let page = 0; page < count; page++) taken += (await takePage(personId, part)).ok ? 1 : 0;
  return taken;
};
const slowDown = { ok: false, refusal: "slowDown", retryAfterSeconds: 1 };

it("lets somebody read all of a long life at once, then a page a second, and all again a minute later", async () => {
  const mara = someone();
  expect(await takeMany(mara, 1_200)).toBe(1_200);
  expect(await takeMany(mara, 20)).toBe(1);
  expect(await takePage(mara, "all")).toEqual(slowDown);
  vi.advanceTimersByTime(1_001);
  expect(await takeMany(mara, 20)).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(await takeMany(mara, 1_200)).toBe(1_200);
});

it("counts each person alone, and what feelings and topics are in alone", async () => {
  const [mara, sam] = [someone(), someone()];
  await takeMany(mara, 300, "chips");
  expect(await takePage(mara, "chips")).toEqual(slowDown);
  expect(await takePage(mara, "all")).toEqual({ ok: true });
  expect(await takePage(sam, "chips")).toEqual({ ok: true });
});
