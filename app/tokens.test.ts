import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const css = readFileSync(path.resolve("app/globals.css"), "utf8");
const pairs = [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];
const usual = new Map<string, string[]>();
const more = new Map<string, string[]>();
for (const [, name = "", light = "", dark = ""] of pairs) (usual.has(name) ? more : usual).set(name, [light, dark]);

/* WCAG 2, "relative luminance" and "contrast ratio". */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
};

const lowest = (words: string, paper: string, tokens: readonly Map<string, string[]>[]): number =>
  Math.min(
    ...tokens.flatMap((map) =>
      [0, 1].map((half) => {
        const of = (name: string) => (map.get(name) ?? usual.get(name))?.[half];
        return contrast(of(words) ?? "#808080", of(paper) ?? "#808080");
      }),
    ),
  );

const grounds = ["bg", "surface", "sunken"];
const readable = [
  ...["ink", "muted", "us", "tide", "ember", "danger"].flatMap((words) => grounds.map((paper) => [words, paper])),
  ...["us", "tide", "ember", "danger", "success", "warn", "stirred", "bright", "heavy", "settled"].flatMap((tone) => [
    ["ink", `${tone}-tint`],
    [tone, `${tone}-tint`],
  ]),
  ["tide-ink", "tide-tint"],
  ["ember-ink", "ember-tint"],
  ["on-us", "us"],
  ["on-danger", "danger"],
];

test.each(readable)("%s on %s can be read: 4.5 or more, in light and in dark", (words, paper) => {
  expect(lowest(words ?? "", paper ?? "", [usual])).toBeGreaterThanOrEqual(4.5);
});

test.each(readable)("%s on %s still can with more contrast asked for", (words, paper) => {
  expect(lowest(words ?? "", paper ?? "", [more])).toBeGreaterThanOrEqual(4.5);
});

test.each(grounds)("the edge of a control on %s can be seen: 3 or more", (paper) => {
  expect(lowest("control", paper, [usual, more])).toBeGreaterThanOrEqual(3);
});

test("ink with more contrast asked for reaches 16", () => {
  expect(lowest("ink", "bg", [more])).toBeGreaterThanOrEqual(16);
});
