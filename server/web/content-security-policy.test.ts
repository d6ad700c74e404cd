import { expect, test } from "vitest";
import { contentSecurityPolicy, type PolicyFor } from "./content-security-policy";

const page: PolicyFor = { nonce: "bm9uY2U", host: "heard.example", secure: true, development: false, pathname: "/us" };

const directive = (name: string, change: Partial<PolicyFor> = {}) =>
  contentSecurityPolicy({ ...page, ...change })
    .split("; ")
    .find((part) => part === name || part.startsWith(`${name} `));

test("in production nothing inline and nothing evaluated runs", () => {
  expect(contentSecurityPolicy(page)).not.toMatch(/unsafe-inline|unsafe-eval|blob:|\*/);
  expect(directive("script-src")).toBe("script-src 'self' 'nonce-bm9uY2U' 'strict-dynamic'");
  expect(directive("style-src")).toBe("style-src 'self' 'nonce-bm9uY2U'");
});

test.each([
  "/sign-in",
  "/sign-up",
  "/recover",
  "/join/abc",
  "/join",
  "/you/password",
  "/you/recovery-code",
  "/recover/abc",
])("%s may compile WebAssembly, since it derives keys", (pathname) => {
  expect(directive("script-src", { pathname })).toContain("'wasm-unsafe-eval'");
});

test.each(["/", "/us", "/you", "/read/sign-in", "/sign-in-here", "/joined", "/check-in/1"])(
  "%s may not compile WebAssembly",
  (pathname) => {
    expect(directive("script-src", { pathname })).not.toContain("wasm");
  },
);

test("the page may be framed by nobody, posts to its own host alone and takes no other base", () => {
  expect(["frame-ancestors", "form-action", "base-uri", "object-src"].map((name) => directive(name))).toEqual([
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ]);
});

test.each([
  ["https", true, "connect-src 'self' wss://heard.example:8443"],
  ["http", false, "connect-src 'self' ws://heard.example:8443"],
])("over %s it talks to its own host and its socket", (_scheme, secure, expected) => {
  expect(directive("connect-src", { secure, host: "heard.example:8443" })).toBe(expected);
});

test.each([null, "evil.example; script-src *", "a b", "", "heard.example:port"])(
  "a host that is none (%j) adds nothing to the policy",
  (host) => {
    expect(directive("connect-src", { host })).toBe("connect-src 'self'");
  },
);

test("plain http is lifted to https only where https is", () => {
  expect(directive("upgrade-insecure-requests")).toBeDefined();
  expect(directive("upgrade-insecure-requests", { secure: false })).toBeUndefined();
});
