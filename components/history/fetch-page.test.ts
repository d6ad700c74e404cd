import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { fetchPage } from "./fetch-page";

const answers = vi.fn<() => Response>();
beforeEach(() => {
  vi.useFakeTimers();
  answers.mockReset();
  vi.stubGlobal("fetch", async () => answers());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const slowDown = (retryAfterSeconds: unknown) =>
  Response.json({ ok: false, refusal: "slowDown", retryAfterSeconds }, { status: 429 });
const page = () => Response.json({ ok: true, value: 7 });

test("a page that comes too soon is asked for again by itself, once the time that was told is over", async () => {
  answers.mockReturnValueOnce(slowDown(3)).mockReturnValueOnce(slowDown(1)).mockReturnValueOnce(page());
  const asked = fetchPage("/read/words", null, z.number());
  await vi.advanceTimersByTimeAsync(2_999);
  expect(answers).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asked).toEqual({ ok: true, value: 7 });
});

test("no answer makes anybody wait for longer than a minute, or ask without a breath", async () => {
  for (const [told, waits] of [
    [1e9, 60_000],
    [-5, 1_000],
    ["soon", 1_000],
  ] as const) {
    answers.mockReset().mockReturnValueOnce(slowDown(told)).mockReturnValueOnce(page());
    const asked = fetchPage("/read/words", null, z.number());
    await vi.advanceTimersByTimeAsync(waits - 1);
    expect(answers).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toEqual({ ok: true, value: 7 });
  }
});

test("every other answer is told at once and by its name", async () => {
  answers.mockReturnValueOnce(Response.json({ ok: false, refusal: "notLinked" }, { status: 403 }));
  expect(await fetchPage("/read/words", null, z.number())).toEqual({ ok: false, refusal: "notLinked" });
  answers.mockReturnValueOnce(new Response("<html>", { status: 502 }));
  expect(await fetchPage("/read/words", null, z.number())).toEqual({ ok: false, refusal: "unavailable" });
  answers.mockReturnValueOnce(Response.json({ ok: true, value: "seven" }));
  expect(await fetchPage("/read/words", null, z.number())).toEqual({ ok: false, refusal: "unavailable" });
});
