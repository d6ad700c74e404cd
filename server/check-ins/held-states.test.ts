import { expect, it } from "vitest";
import { play } from "@/lib/check-in/test-kit";
import { heldStates } from "@/server/check-ins/held-states";

const game = play();
const first = game.state;
game.both({ type: "ready" });
const later = game.state;

it("keeps the newer of two states, whichever comes last", () => {
  const held = heldStates(100_000);
  held.keep("a", later, game.log);
  held.keep("a", first, []);
  expect(held.find("a")).toBe(later);
});

it("lets go of what was used longest ago once all together weigh too much", () => {
  const held = heldStates(1_700);
  for (const key of ["a", "b", "c"]) held.keep(key, first, game.log.slice(0, 1));
  held.keep("a", later, game.log.slice(1));
  expect(["a", "b", "c"].map((key) => held.find(key) !== null)).toEqual([true, false, false]);
  expect(held.size).toBe(1);
});

it("what is released weighs nothing", () => {
  const held = heldStates(1_000);
  for (let round = 0; round < 10; round++) {
    held.keep("a", first, game.log.slice(0, 1));
    held.release("a");
  }
  held.keep("b", first, game.log.slice(0, 1));
  expect(held.find("b")).toBe(first);
});
