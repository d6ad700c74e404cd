import { describe, expect, test } from "vitest";
import { standard } from "@/lib/guides/standard";
import { recordFor } from "./record";
import { type Play, playToConfirm, playToFirstTurn, sealedOf, someWords, stepOf } from "./test-kit";
import { viewFor } from "./view";

const stageOf = ({ state }: Play) => standard.stages[state.table.stage]?.id;

const notQuite = (game: Play) => game.act("A", { type: "confirm", answer: "notQuite", words: null });

describe("a turn", () => {
  test("3: the speaker can't get past a reflection; the listener may pass it", () => {
    const game = playToFirstTurn();
    game.act("A", { type: "share", words: someWords });
    expect(game.attempt("A", { type: "shareDone" })).toEqual({ ok: false, refusal: "notYourTurn" });
    expect(game.attempt("A", { type: "pass" })).toEqual({ ok: false, refusal: "notYourTurn" });
    game.act("B", { type: "pass" });
    expect(stepOf(game)).toBe("more");
  });

  test("a smaller piece may be asked for once; both are kept", () => {
    const game = playToFirstTurn();
    game.act("A", { type: "share", words: sealedOf("long") });
    game.act("B", { type: "askSmaller" });
    expect(viewFor(game.state, "A").stage.view).toMatchObject({ step: "compose", askedSmaller: true });
    game.act("A", { type: "share", words: sealedOf("short") });
    expect(viewFor(game.state, "B").legal).not.toContain("askSmaller");
    expect(viewFor(game.state, "B").stage.view).toMatchObject({
      exchanges: [{ pieces: [{ words: sealedOf("long") }, { words: sealedOf("short") }] }],
    });
  });

  test("nothing smaller comes to mind: the piece stands", () => {
    const game = playToFirstTurn();
    game.act("A", { type: "share", words: someWords });
    game.act("B", { type: "askSmaller" });
    game.act("A", { type: "pass" });
    expect(stepOf(game)).toBe("listen");
  });

  test("the ladder: free, then one sentence, then the speaker chooses", () => {
    const game = playToConfirm();
    notQuite(game);
    expect(viewFor(game.state, "B").stage.view).toMatchObject({ step: "reflect", tryOneSentence: false });
    game.act("B", { type: "reflect", words: someWords });
    notQuite(game);
    expect(viewFor(game.state, "B").stage.view).toMatchObject({ step: "reflect", tryOneSentence: true });
    game.act("B", { type: "reflect", words: someWords });
    notQuite(game);
    expect(viewFor(game.state, "A").legal).toEqual(expect.arrayContaining(["goOn", "breathe", "park"]));
    expect(viewFor(game.state, "B").legal).not.toContain("goOn");
  });

  const onTheLadder = () => {
    const game = playToConfirm();
    notQuite(game);
    game.act("B", { type: "reflect", words: someWords });
    notQuite(game);
    game.act("B", { type: "reflect", words: sealedOf("last-try") });
    notQuite(game);
    return game;
  };

  test("the ladder's ends: go on, breathe and try again, or park it", () => {
    const goingOn = onTheLadder();
    goingOn.act("A", { type: "goOn" });
    expect(stepOf(goingOn)).toBe("more");

    const breathing = onTheLadder();
    breathing.act("A", { type: "breathe" });
    breathing.both({ type: "ready" });
    expect(stepOf(breathing)).toBe("reflect");

    const parked = onTheLadder();
    parked.act("A", { type: "park" });
    expect(stageOf(parked)).toBe("swap");
    expect(recordFor(parked.state, "A").chapters.at(-1)).toMatchObject({ kind: "turn", parked: true });
  });

  test("19: history keeps the reflection that stood, never how many tries it took", () => {
    const game = onTheLadder();
    game.act("A", { type: "goOn" });
    const told = JSON.stringify(recordFor(game.state, "B"));
    expect(told).toContain("clast-try");
    expect(told).not.toContain("cfirst-try");
    expect(told).not.toContain("notQuites");
  });

  test("at most two more pieces, each heard in its turn", () => {
    const game = playToFirstTurn();
    for (let piece = 0; piece < 3; piece++) {
      game.act("A", { type: "share", words: someWords });
      game.act("B", { type: "listened" });
      game.act("B", { type: "reflect", words: someWords });
      game.act("A", { type: "confirm", answer: "nearly", words: sealedOf("one-more-thing") });
    }
    expect(viewFor(game.state, "A").legal).not.toContain("share");
    game.act("A", { type: "shareDone" });
    expect(stepOf(game)).toBe("empathise");
  });

  test("a speaker who passes before any word gives the floor on, with nothing to make sense of", () => {
    const game = playToFirstTurn();
    game.act("A", { type: "pass" });
    expect(stageOf(game)).toBe("swap");
  });

  test("words may be said aloud in spoken mode and are asked for in written mode", () => {
    const written = playToFirstTurn("written");
    expect(written.attempt("A", { type: "share", words: null })).toEqual({ ok: false, refusal: "invalid" });
    const spoken = playToFirstTurn("spoken");
    expect(spoken.attempt("A", { type: "share", words: null }).ok).toBe(true);
  });
});
