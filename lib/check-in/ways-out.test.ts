import { describe, expect, test } from "vitest";
import { lapsesAfterBreak } from "./decide";
import { recordFor } from "./record";
import { noon, play, playToConfirm, playToRequests, sealedOf, someWords } from "./test-kit";
import { viewFor } from "./view";

describe("a time-out", () => {
  const minutes = (n: number) => n * 60_000;

  test("5, 17: pens are down for both until both are back, then the same step goes on", () => {
    const game = playToConfirm();
    const { step } = game.state;
    game.act("B", { type: "pause", minutes: 20 }, noon);
    expect(viewFor(game.state, "A").onBreak).toEqual({ until: noon + minutes(20), by: "B", back: [] });
    expect(game.attempt("A", { type: "confirm", answer: "yes", words: null })).toEqual({
      ok: false,
      refusal: "onBreak",
    });
    game.act("A", { type: "comeBack" });
    expect(viewFor(game.state, "B").awaits).toEqual(["B"]);
    game.act("B", { type: "comeBack" });
    expect(game.state.step).toBe(step);
    expect(recordFor(game.state, "A")).toMatchObject({ tookAPause: true });
  });

  test("17: it may be made longer twice; after that another day or a kind end is offered", () => {
    const game = playToConfirm();
    game.act("B", { type: "pause", minutes: 20 });
    game.act("B", { type: "extend", minutes: 20 });
    game.act("A", { type: "extend", minutes: 60 });
    expect(viewFor(game.state, "B").legal).not.toContain("extend");
    expect(viewFor(game.state, "B").legal).toContain("endKindly");
  });

  test("18: when nobody came back for twelve hours it ends by itself, with nobody named", () => {
    const game = playToConfirm();
    game.act("B", { type: "pause", minutes: 20 }, noon);
    game.act("clock", { type: "lapse" }, noon + minutes(20) + lapsesAfterBreak);
    expect(game.state.end).toMatchObject({ how: "lapsed", words: null });
    expect(JSON.stringify(recordFor(game.state, "A"))).not.toContain("onBreak");
  });
});

describe("an early end", () => {
  test("4: either ends it kindly; the record says that it ended, not who or with which words", () => {
    const game = playToConfirm();
    game.act("B", { type: "endKindly", words: sealedOf("my-edge") });
    expect(viewFor(game.state, "A")).toMatchObject({ status: "endedEarly", legal: [], awaits: [], floor: null });
    const record = recordFor(game.state, "A");
    expect(record.status).toBe("endedEarly");
    expect(JSON.stringify(record)).not.toContain("my-edge");
    expect(record.chapters.at(-1)).toMatchObject({ kind: "turn", exchanges: [{ reflection: { seat: "B" } }] });
    expect(game.attempt("A", { type: "ready" })).toEqual({ ok: false, refusal: "ended" });
  });

  test("6: a reveal that never opened shows each their own half alone, in the record too", () => {
    const game = play();
    for (let gather = 0; gather < 3; gather++) game.both({ type: "ready" });
    game.both({ type: "pick", option: "either" });
    game.act("A", { type: "write", words: sealedOf("only-mine") });
    game.act("B", { type: "endKindly", words: null });
    expect(JSON.stringify(recordFor(game.state, "A"))).toContain("only-mine");
    expect(JSON.stringify(recordFor(game.state, "B"))).not.toContain("only-mine");
  });

  test("7: an agreement may be let go by one, also after the check-in, and not twice", () => {
    const game = playToRequests();
    game.act("A", { type: "ask", words: someWords });
    game.act("B", { type: "answer", answer: "yes", words: null });
    game.act("A", { type: "settle", keep: true });
    expect(game.state.agreements).toHaveLength(0);
    game.act("B", { type: "settle", keep: true });
    game.act("A", { type: "endKindly", words: null });
    const [agreement] = game.state.agreements;
    if (!agreement) throw new Error("two yeses make an agreement");
    game.act("B", { type: "retire", agreement: agreement.id });
    expect(game.state.agreements[0]?.retiredAt).not.toBeNull();
    expect(game.attempt("A", { type: "retire", agreement: agreement.id })).toEqual({ ok: false, refusal: "ended" });
  });
});

test("a breath may be asked for once each a step", () => {
  const game = playToConfirm();
  game.act("A", { type: "slowDown" });
  expect(viewFor(game.state, "A").legal).not.toContain("slowDown");
  game.act("B", { type: "slowDown" });
  expect(viewFor(game.state, "A").breaths).toBe(2);
});
