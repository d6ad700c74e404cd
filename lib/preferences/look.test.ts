import { expect, test } from "vitest";
import { readLook, usualLook, writeLook } from "./look";
import { contrasts, textSizes, themes } from "./look-choices";

const all = themes.flatMap((theme) =>
  contrasts.flatMap((contrast) => textSizes.map((text) => ({ theme, contrast, text }))),
);

test("every look comes back from its cookie as it was", () => {
  expect(all.map((look) => readLook(writeLook(look)))).toEqual(all);
});

test.each([undefined, "", "dark", "dark.more", "neon.more.large", "dark.more.large.extra\n", '{"theme":"dark"}'])(
  "a cookie that is no look (%j) is the usual look",
  (written) => {
    expect(readLook(written)).toEqual(usualLook);
  },
);
