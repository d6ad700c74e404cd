import { describe, expect, test } from "vitest";
import { standard } from "@/lib/guides/standard";
import type { Seat } from "@/lib/ids";
import { type Play, playToFirstTurn, sealedOf } from "./test-kit";
import { unshownBeside } from "./unshown-beside";

const wordsIn = (game: Play, mark: string) => game.log.find((event) => JSON.stringify(event).includes(`"c${mark}"`));
const beside = (game: Play, mark: string) => {
  const event = wordsIn(game, mark);
  if (!event) throw new Error(`nobody wrote ${mark}`);
  const ids = unshownBeside(standard, game.log, event.commandId);
  return game.log
    .filter(({ commandId }) => ids.includes(commandId))
    .map((one) => JSON.stringify(one).match(/"c":"c([^"]+)"/)?.[1]);
};

/** Two exchanges of A's turn; in each a first try that did not land and what A said to it. */
const twoExchanges = () => {
  const game = playToFirstTurn();
  const say = (seat: Seat, type: "share" | "reflect", mark: string) => game.act(seat, { type, words: sealedOf(mark) });
  for (const one of ["one", "two"]) {
    say("A", "share", `piece-${one}`);
    game.act("B", { type: "listened" });
    say("B", "reflect", `try-${one}`);
    game.act("A", { type: "confirm", answer: "notQuite", words: sealedOf(`matters-${one}`) });
    say("B", "reflect", `landed-${one}`);
    game.act("A", { type: "confirm", answer: "nearly", words: sealedOf(`nearly-${one}`) });
  }
  return game;
};

describe("what goes along when one writing is taken back", () => {
  test("20: with a reflection its earlier tries, of the same exchange and author alone", () => {
    const game = twoExchanges();
    expect(beside(game, "landed-one")).toEqual(["try-one"]);
    expect(beside(game, "landed-two")).toEqual(["try-two"]);
  });

  test("20: with a piece what its speaker said to a try, and nothing that a page shows", () => {
    expect(beside(twoExchanges(), "piece-one")).toEqual(["matters-one"]);
  });

  test("20: a reflection made anew after both went back takes the one before along", () => {
    const game = playToFirstTurn();
    game.act("A", { type: "share", words: sealedOf("piece") });
    game.act("B", { type: "listened" });
    game.act("B", { type: "reflect", words: sealedOf("before") });
    game.both({ type: "goBack" });
    game.act("B", { type: "reflect", words: sealedOf("after") });
    expect(beside(game, "after")).toEqual(["before"]);
    expect(beside(game, "piece")).toEqual([]);
  });

  test("making sense of it is a place of its own, and words that nobody wrote have nothing beside them", () => {
    const game = twoExchanges();
    game.act("A", { type: "shareDone" });
    game.act("B", { type: "empathise", words: sealedOf("sense") });
    expect(beside(game, "sense")).toEqual([]);
    expect(unshownBeside(standard, game.log, game.log[0].commandId)).toEqual([]);
  });
});
