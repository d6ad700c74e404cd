import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findGuide, listGuides } from "./find-guide";

const fingerprint = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** Every version that was ever published, with what it said. A line here is never changed; a new version is a new line. */
const published = [
  ["standard", 1, "a56058b7ee7735cfaa127f5425d19e2cf8c51d22e25c3c6fae403447b143a0e7"],
  ["daily-five", 1, "d3ab7ea3b7d8a4f08c0e1136b3f0350dda86845accf1f26cab0d3e895949f2f1"],
  ["weekly", 1, "492025837f28088d228801671fce3822ec050ded776f83f90cce7b8700d08311"],
] as const;

describe("a published guide", () => {
  test.each(published)("%s version %d says what it said when it was published", (id, version, said) => {
    expect(fingerprint(findGuide(id, version))).toBe(said);
  });

  test("is on offer in its newest version: the standard one, the five minutes, the weekly", () => {
    expect(listGuides().map(({ id, version }) => [id, version])).toEqual([
      ["standard", 1],
      ["daily-five", 1],
      ["weekly", 1],
    ]);
  });

  test.each(listGuides())("$id names each of its stages once", ({ stages }) => {
    expect(new Set(stages.map(({ id }) => id)).size).toBe(stages.length);
  });

  test.each(listGuides())("$id begins in a lobby, and only its last stage is its closing", ({ stages }) => {
    expect(stages.map(({ phase }) => phase ?? "")).toEqual([
      "lobby",
      ...Array.from({ length: stages.length - 2 }, () => ""),
      "closing",
    ]);
  });

  test.each(listGuides())("$id keeps the voice: nobody is judged, hurried or asked for reasons", (guide) => {
    expect(JSON.stringify(guide)).not.toMatch(
      /!|\bshould|\bwhy\b|\balways do|\bnever\b|fail|missed|reject|ignor|left you/i,
    );
  });
});
