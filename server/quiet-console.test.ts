import { afterEach, expect, test, vi } from "vitest";
import { log } from "@/server/log";
import { quietConsole } from "@/server/quiet-console";

const original = { ...console };
afterEach(() => {
  Object.assign(console, original);
  vi.restoreAllMocks();
});

test("what Next writes to the console about an error becomes a record, without a word of it", () => {
  const record = vi.spyOn(log, "error").mockReturnValue();
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  quietConsole();
  const err = new Error("marked");
  const { error } = console;
  error("⨯", err);
  error("marked");
  expect(record.mock.calls).toEqual([
    [{ err }, expect.not.stringContaining("marked")],
    [{ kinds: ["string"] }, expect.not.stringContaining("marked")],
  ]);
  expect(written).not.toHaveBeenCalled();
});
