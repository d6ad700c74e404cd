import { describe, expect, it } from "vitest";
import { homePath, safePath } from "@/lib/accounts/safe-path";

describe("where to go after signing in", () => {
  it.each(["/join/abc?x=1", "/check-in/1#top", "/"])("keeps a path of this site: %s", (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "/\t/elsewhere.example",
    "/a\n//elsewhere.example",
    "javascript:alert(1)",
    "us",
    "",
    `/${"a".repeat(600)}`,
    ["/a", "/b"],
    undefined,
    null,
  ])("leads home instead of to %j", (wanted) => {
    expect(safePath(wanted)).toBe(homePath);
  });

  it("never answers with a path that starts with two slashes, however it is written", () => {
    for (const wanted of ["/.//elsewhere.example", "/..//elsewhere.example", "/a/..//elsewhere.example"]) {
      expect(safePath(wanted).startsWith("//")).toBe(false);
    }
  });
});
