import { RateLimiterMemory } from "rate-limiter-flexible";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetTries, giveBackTry, type Limit, takeTry } from "@/server/auth/rate-limit";

const limit = (): Limit => ({
  tries: new RateLimiterMemory({ points: 1, duration: 3600 }),
  waits: new RateLimiterMemory({ points: 1, duration: 60 }),
  free: 3,
  firstWaitSeconds: 10,
  longestWaitSeconds: 60,
});

const takeMany = async (on: Limit, count: number) => {
  const answers: boolean[] = [];
  for (let i = 0; i < count; i += 1) answers.push((await takeTry(on, "mara")).ok);
  return answers;
};

describe("tries", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are free at first, then one at a time with waits that grow up to the longest", async () => {
    const on = limit();
    expect(await takeMany(on, 3)).toEqual([true, true, true]);
    const waits: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      expect((await takeTry(on, "mara")).ok).toBe(true);
      const refused = await takeTry(on, "mara");
      if (refused.ok) throw new Error("a second try came through");
      waits.push(refused.retryAfterSeconds);
      vi.advanceTimersByTime(refused.retryAfterSeconds * 1000 + 1);
    }
    expect(waits).toEqual([10, 20, 40, 60, 60]);
  });

  it("are counted before the work: of a hundred at once no more come through than of a hundred in a row", async () => {
    const on = limit();
    const answers = await Promise.all(Array.from({ length: 100 }, () => takeTry(on, "mara")));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(4);
  });

  it("that were refused make no wait longer", async () => {
    const on = limit();
    await takeMany(on, 4);
    const before = await takeTry(on, "mara");
    await takeMany(on, 20);
    expect(await takeTry(on, "mara")).toEqual(before);
    expect(before).toEqual({ ok: false, refusal: "tooManyTries", retryAfterSeconds: 10 });
  });

  it("of one do not count for another, and are forgotten when the right one comes", async () => {
    const on = limit();
    await takeMany(on, 5);
    expect((await takeTry(on, "sam")).ok).toBe(true);
    await forgetTries(on, "mara");
    expect(await takeMany(on, 3)).toEqual([true, true, true]);
  });

  it("given back were never made", async () => {
    const on = limit();
    for (let i = 0; i < 20; i += 1) {
      expect((await takeTry(on, "mara")).ok).toBe(true);
      await giveBackTry(on, "mara");
    }
  });

  it("are not granted when the counts cannot be reached", async () => {
    const on = limit();
    vi.spyOn(on.tries, "penalty").mockRejectedValue(new Error("unreachable"));
    await expect(takeTry(on, "mara")).rejects.toThrow("unreachable");
  });
});
