import { expect, test } from "vitest";
import { byMonth } from "./by-month";

test("a month is the month where the device is", () => {
  const turnOfTheYear = { openedAt: Date.UTC(2026, 0, 1, 0, 30) };
  expect(byMonth([turnOfTheYear], "Europe/Berlin")[0]?.month).toBe("2026-01");
  expect(byMonth([turnOfTheYear], "America/New_York")[0]?.month).toBe("2025-12");
});
