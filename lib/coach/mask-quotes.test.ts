import fc from "fast-check";
import { expect, test } from "vitest";
import { maskQuotes } from "@/lib/coach/mask-quotes";

test.each([
  ['he said "you never" ok', "he said             ok"],
  ["he said “you never” ok", "he said             ok"],
  ["er sagte „du nie“ ok", "er sagte          ok"],
  ["«jamais» ok", "         ok"],
  ["he said 'you never' ok", "he said             ok"],
  ["you don't and I can't", "you don't and I can't"],
  ["you don’t and I can’t", "you don’t and I can’t"],
  ["‘you don’t’ ok", "            ok"],
  ["the kids' rooms", "the kids' rooms"],
  ['it never "closed', 'it never "closed'],
  ["", ""],
])("%j is masked as %j", (text, masked) => {
  expect(maskQuotes(text)).toBe(masked);
});

test("any text keeps its length, and every place holds what it held or a space", () => {
  const scraps = fc.constantFrom("'", '"', "“", "”", "„", "«", "»", "‘", "’", " ", "a", "\n", "😀", "\ud800");
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(scraps).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (said) => {
      const masked = maskQuotes(said);
      expect(masked.length).toBe(said.length);
      for (let at = 0; at < said.length; at++) expect([said[at], " "]).toContain(masked[at]);
      expect(maskQuotes(masked).length).toBe(said.length);
    }),
    { numRuns: 1000 },
  );
});

test("whatever stands between two marks is gone, whatever surrounds it", () => {
  const quiet = fc.string({ unit: fc.constantFrom("a", " ", ".", "😀") });
  fc.assert(
    fc.property(quiet, quiet, (before, after) => {
      expect(maskQuotes(`${before} “secret” ${after}`)).toBe(`${before}          ${after}`);
    }),
  );
});
