import fc from "fast-check";
import { expect, test } from "vitest";
import { feelings } from "@/lib/words/feelings";
import { searchFeelings } from "@/lib/words/search-feelings";

test.each(feelings)("$word comes first when it is typed whole, in any case", ({ id, word }) => {
  expect(searchFeelings(` ${word.toUpperCase()} `)[0]?.id).toBe(id);
  expect(searchFeelings(id)[0]?.id).toBe(id);
});

test("words that begin with the text come before words that hold it, and those before definitions", () => {
  const found = searchFeelings("st").map((feeling) => feeling.word);
  const [begins, holds, defined] = ["steady", "restless", "fond"].map((word) => found.indexOf(word));
  expect(begins).toBeGreaterThanOrEqual(0);
  expect(holds).toBeGreaterThan(begins ?? 0);
  expect(defined).toBe(-1);
  expect(found.indexOf("heavy")).toBeGreaterThan(holds ?? 0);
  expect(searchFeelings("stones").map((feeling) => feeling.word)).toEqual(["heavy"]);
});

test("accents do not matter, and nothing typed finds nothing", () => {
  expect(searchFeelings("sàd")[0]?.word).toBe("sad");
  for (const nothing of ["", "  ", "\n", "-"]) expect(searchFeelings(nothing)).toEqual([]);
});

test("any text is an answerable question", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(searchFeelings(text))));
});
