import { expect, test } from "vitest";
import { families, feelings, findFeeling, softlyOfferPause } from "@/lib/words/feelings";
import { steps } from "@/lib/words/field";

const seeds = {
  close: "fond warm touched close loving adoring",
  bright: "light glad playful proud excited delighted",
  settled: "calm at-ease relieved steady safe peaceful",
  low: "flat disappointed blue sad grieving heartbroken",
  apart: "distant wistful missing-you disconnected lonely desolate",
  uneasy: "unsure nervous worried anxious scared panicky",
  hot: "impatient irritated frustrated resentful angry furious",
  tender: "awkward embarrassed guilty hurt ashamed raw",
  worn: "tired stretched drained overwhelmed numb flooded",
};

test("there are at least 72 feelings, each once", () => {
  expect(feelings.length).toBeGreaterThanOrEqual(72);
  expect(new Set(feelings.map((feeling) => feeling.id)).size).toBe(feelings.length);
});

test("there are the nine families, and no other", () => {
  expect([...families].sort()).toEqual(Object.keys(seeds).sort());
});

test.each(Object.entries(seeds))("the family %s holds its seeds", (family, words) => {
  for (const id of words.split(" ")) expect(findFeeling(id)?.family, id).toBe(family);
});

test("every place is a whole step of the field", () => {
  for (const feeling of feelings) {
    expect(steps, feeling.id).toContain(feeling.energy);
    expect(steps, feeling.id).toContain(feeling.pleasantness);
  }
});

test("every definition is one line of its own that does not only repeat the word", () => {
  for (const { word, definition } of feelings) {
    expect(definition, word).toMatch(/^[A-Z][^\n]{8,70}\.$/);
    expect(definition.toLowerCase(), word).not.toBe(`${word}.`);
  }
  expect(new Set(feelings.map((feeling) => feeling.definition)).size).toBe(feelings.length);
});

test("a pause is offered after flooded, panicky and furious alone", () => {
  expect([...softlyOfferPause].sort()).toEqual(["flooded", "furious", "panicky"]);
});

test("a person's own word is no feeling of ours, whatever it is", () => {
  for (const own of ["", "meh", "__proto__", "constructor"]) expect(findFeeling(own)).toBeNull();
});
