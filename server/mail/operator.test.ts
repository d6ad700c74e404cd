import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openMailbox, operatorStanding } from "@/server/mail/operator";

const token = "a token of at least 24 characters";
beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test alone, long enough");
  vi.stubEnv("NODE_ENV", "production");
});
afterEach(() => vi.unstubAllEnvs());

test("in production without a token the mailbox is nobody's, not even on this machine", () => {
  expect(operatorStanding(undefined, "127.0.0.1")).toBe("nobody");
  expect(operatorStanding(openMailbox("") ?? "", "127.0.0.1")).toBe("nobody");
});

test("in development it opens on this machine itself, and nowhere else", () => {
  vi.stubEnv("NODE_ENV", "development");
  expect(operatorStanding(undefined, "127.0.0.1")).toBe("operator");
  expect(operatorStanding(undefined, "0:0:0:0")).toBe("operator");
  expect(operatorStanding(undefined, "192.168.0.7")).toBe("nobody");
});

test("with a token everybody may ask, and only who gives it gets in", () => {
  vi.stubEnv("OPERATOR_TOKEN", token);
  expect(operatorStanding(undefined, "127.0.0.1")).toBe("mayAsk");
  expect(openMailbox(`${token}x`)).toBeNull();
  expect(openMailbox("")).toBeNull();
  const cookie = openMailbox(token);
  expect(cookie).not.toContain(token);
  expect(operatorStanding(cookie ?? "", "192.168.0.7")).toBe("operator");
});

test("another token closes what the first one opened", () => {
  vi.stubEnv("OPERATOR_TOKEN", token);
  const cookie = openMailbox(token) ?? "";
  vi.stubEnv("OPERATOR_TOKEN", `${token}, changed`);
  expect(operatorStanding(cookie, "127.0.0.1")).toBe("mayAsk");
});
