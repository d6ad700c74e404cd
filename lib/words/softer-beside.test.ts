import { expect, test } from "vitest";
import { feelings } from "@/lib/words/feelings";
import { asksForSofter, softerBeside } from "@/lib/words/softer-beside";

const gentle = ["tender", "low", "apart", "uneasy"];

test.each(feelings)("$word gets softer words beside it only if it is hot or worn", ({ id, family }) => {
  const offered = softerBeside(id);
  expect(asksForSofter.has(family)).toBe(family === "hot" || family === "worn");
  expect(offered.length).toBe(asksForSofter.has(family) ? 5 : 0);
  expect(new Set(offered).size).toBe(offered.length);
  for (const softer of offered) expect(gentle).toContain(softer.family);
});

test("beside a person's own word nothing is offered", () => {
  expect(softerBeside("grumpy-ish")).toEqual([]);
  expect(softerBeside("toString")).toEqual([]);
});
