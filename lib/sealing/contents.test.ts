import { describe, expect, test } from "vitest";
import { contents, pieceDraftSchema } from "@/lib/sealing/contents";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";

describe("contents", () => {
  test("600 characters are counted as people count them, after trimming", () => {
    expect(contents.reflection.safeParse({ text: ` ${"🫶".repeat(600)} ` }).success).toBe(true);
    expect(contents.reflection.safeParse({ text: "🫶".repeat(601) }).success).toBe(false);
  });

  test("every text may be left out, and blanks are nothing", () => {
    for (const schema of Object.values(contents)) expect(schema.safeParse({}).success).toBe(true);
    expect(contents.close.parse({ thanks: "   ", leaving: " lighter " })).toEqual({
      thanks: undefined,
      leaving: "lighter",
    });
  });

  test("a piece has at most three feelings, each with one of three strengths", () => {
    const feeling = { word: "tender", strength: "clearly" };
    expect(contents.piece.safeParse({ feelings: [feeling, feeling, feeling] }).success).toBe(true);
    expect(contents.piece.safeParse({ feelings: [feeling, feeling, feeling, feeling] }).success).toBe(false);
    expect(contents.piece.safeParse({ feelings: [{ word: "tender", strength: "extremely" }] }).success).toBe(false);
  });

  test("what a later version added is left aside, not refused", () => {
    expect(contents.empathy.parse({ text: "It makes sense.", colour: "dusk" })).toEqual({ text: "It makes sense." });
  });
});

test("a draft that has grown too long to hand over is still given back after a reload", () => {
  const piece = { feelings: [{ word: "lonely", strength: "clearly" }], moment: "w".repeat(textMaxCharacters + 1) };
  expect(contents.piece.safeParse(piece).success).toBe(false);
  expect(pieceDraftSchema.parse(piece)).toEqual(piece);
});
