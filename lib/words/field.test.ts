import { expect, test } from "vitest";
import { energyWords, pleasantnessWords, quadrantOf, steps } from "@/lib/words/field";

test("every step of both scales has its own word", () => {
  for (const words of [energyWords, pleasantnessWords]) {
    const said = steps.map((step) => words[step]);
    expect(said.every((word) => word.length > 2)).toBe(true);
    expect(new Set(said).size).toBe(5);
  }
});

test("the four corners are the four quadrants", () => {
  expect(quadrantOf({ energy: 2, pleasantness: -2 })).toBe("stirred");
  expect(quadrantOf({ energy: 2, pleasantness: 2 })).toBe("bright");
  expect(quadrantOf({ energy: -2, pleasantness: -2 })).toBe("heavy");
  expect(quadrantOf({ energy: -2, pleasantness: 2 })).toBe("settled");
});

test("in-between energy is quiet, and neither good nor hard is no quadrant", () => {
  expect(quadrantOf({ energy: 0, pleasantness: -1 })).toBe("heavy");
  expect(quadrantOf({ energy: 0, pleasantness: 1 })).toBe("settled");
  for (const energy of steps) expect(quadrantOf({ energy, pleasantness: 0 })).toBeNull();
});
