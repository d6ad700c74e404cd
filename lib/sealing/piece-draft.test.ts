import { expect, test } from "vitest";
import { contents, pieceDraftSchema, textMaxCharacters } from "./contents";

test("a draft that has grown too long to hand over is still given back after a reload", () => {
  const piece = { feelings: [{ word: "lonely", strength: "clearly" }], moment: "w".repeat(textMaxCharacters + 1) };
  expect(contents.piece.safeParse(piece).success).toBe(false);
  expect(pieceDraftSchema.parse(piece)).toEqual(piece);
});
