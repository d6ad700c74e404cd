import { describe, expect, test } from "vitest";
import { commandIdOf, play, playToConfirm, playToFirstTurn, playToRequests, someWords, stepOf } from "./test-kit";
import { viewFor } from "./view";

describe("two devices at once", () => {
  test("9: a double click and a late retry change nothing twice", () => {
    const game = playToFirstTurn();
    const once = { commandId: commandIdOf(777), forStep: game.state.step };
    game.attempt("A", { type: "share", words: someWords }, once);
    const { version } = game.state;
    expect(game.attempt("A", { type: "share", words: someWords }, once)).toEqual({ ok: true, value: null });
    expect(game.state.version).toBe(version);
  });

  test("16: a command for a step that has passed is refused as such, and moves nothing", () => {
    const game = playToFirstTurn();
    const { step } = game.state;
    game.act("A", { type: "share", words: someWords });
    expect(game.attempt("A", { type: "share", words: someWords }, { forStep: step })).toEqual({
      ok: false,
      refusal: "stepMoved",
    });
    expect(stepOf(game)).toBe("listen");
  });
});

describe("going back", () => {
  test("takes both, and then the last step is as it was when it began", () => {
    const game = playToConfirm();
    game.act("B", { type: "goBack" });
    expect(stepOf(game)).toBe("confirm");
    expect(viewFor(game.state, "A").backAsked).toBe("byThem");
    game.act("A", { type: "goBack" });
    expect(stepOf(game)).toBe("reflect");
    expect(viewFor(game.state, "A").stage.view).toMatchObject({ exchanges: [{ reflection: null }] });
  });

  test("either alone may leave it be", () => {
    const game = playToConfirm();
    game.act("B", { type: "goBack" });
    game.act("A", { type: "stay" });
    expect(viewFor(game.state, "B").backAsked).toBeNull();
    expect(stepOf(game)).toBe("confirm");
  });

  test("a reveal is written anew, and an agreement that is taken back is none", () => {
    const game = playToRequests();
    game.act("A", { type: "ask", words: someWords });
    game.act("B", { type: "answer", answer: "yes", words: null });
    game.both({ type: "settle", keep: true });
    expect(game.state.agreements).toHaveLength(1);
    game.both({ type: "goBack" });
    expect(stepOf(game)).toBe("settle");
    expect(game.state.agreements).toHaveLength(0);
    expect(viewFor(game.state, "A").stage.view).toMatchObject({ myKeep: null });
  });

  test("is not on offer at the very beginning", () => {
    expect(viewFor(play().state, "A").legal).not.toContain("goBack");
  });
});
