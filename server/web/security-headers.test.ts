import { expect, test } from "vitest";
import { securityHeaders } from "./security-headers";

test("no answer may be kept, framed, sniffed or told where it came from", () => {
  expect(Object.fromEntries(securityHeaders(false))).toMatchObject({
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": expect.stringContaining("camera=(), "),
  });
});

test("only https binds the browser to https", () => {
  expect(Object.fromEntries(securityHeaders(false))).not.toHaveProperty("Strict-Transport-Security");
  expect(Object.fromEntries(securityHeaders(true))).toHaveProperty("Strict-Transport-Security");
});
