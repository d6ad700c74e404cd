import fc from "fast-check";
import { expect, test } from "vitest";
import { sealedMaxBytes } from "@/lib/sealing/sealed";
import { archivePartCharacters, archivePartSchema, cutIntoParts } from "./archive";

test("a text is cut into parts that fit a sealed value, and comes together again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 6_000, size: "max" }), (text) => {
      const parts = cutIntoParts(text);
      expect(parts.join("")).toBe(text);
      for (const part of parts) {
        expect(archivePartSchema.safeParse(part).success).toBe(true);
        expect(part).not.toMatch(/[\uD800-\uDBFF]$/);
      }
    }),
    { numRuns: 50 },
  );
});

test("even a part that JSON has to escape throughout fits", () => {
  const worst = JSON.stringify("\u0001".repeat(archivePartCharacters));
  expect(Math.ceil((worst.length + 4) / 256) * 256 + 16).toBeLessThanOrEqual(sealedMaxBytes);
});
