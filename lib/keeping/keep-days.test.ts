import fc from "fast-check";
import { expect, test } from "vitest";
import { isLonger, isShorter, keepChoices } from "./keep-days";
import { keepDaysSchema } from "./keep-days-schema";

const days = fc.option(fc.integer({ min: 1, max: 3650 }), { nil: null });

test("of two times each is shorter, longer or the same, and for ever is longer than any", () => {
  fc.assert(
    fc.property(days, days, (one, two) => {
      expect([isShorter(one, two), isLonger(one, two), one === two].filter(Boolean)).toHaveLength(1);
      expect(isShorter(one, two)).toBe(isLonger(two, one));
      if (one !== null) expect(isLonger(one, null)).toBe(true);
    }),
  );
});

test("what is offered goes from long to short and can be asked for", () => {
  for (const [index, choice] of keepChoices.entries()) {
    expect(keepDaysSchema.safeParse(choice).success).toBe(true);
    if (index > 0) expect(isShorter(keepChoices[index - 1] ?? null, choice)).toBe(true);
  }
});
