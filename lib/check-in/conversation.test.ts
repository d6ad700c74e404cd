import { describe, expect, test } from "vitest";
import { listGuides } from "@/lib/guides/find-guide";
import { standard } from "@/lib/guides/standard";
import { favouredSeat } from "./coin";
import { lapsesAfterBreak } from "./decide";
import { recordFor } from "./record";
import { checkInIdOf, commandIdOf, exampleOf, noon, type Play, play, playToFirstTurn, sealedOf } from "./test-kit";
import { viewFor } from "./view";
import { writingsOf } from "./writings";

const words = sealedOf("words");
const stepOf = ({ state }: Play) => state.table.inner.step;
const stageOf = ({ state }: Play) => standard.stages[state.table.stage]?.id;

/** From compose to confirm: A shares, B listens and reflects. */
const reflected = (mode: "written" | "spoken" = "written") => {
  const game = playToFirstTurn(mode);
  game.act("A", { type: "share", words: sealedOf("piece") });
  game.act("B", { type: "listened" });
  game.act("B", { type: "reflect", words: sealedOf("first-try") });
  return game;
};
const notQuite = (game: Play) => game.act("A", { type: "confirm", answer: "notQuite", words: null });

/** One whole turn of whoever speaks, with one piece. */
const wholeTurn = (game: Play, speaker: "A" | "B", listener: "A" | "B") => {
  game.act(speaker, { type: "share", words });
  game.act(listener, { type: "listened" });
  game.act(listener, { type: "reflect", words });
  game.act(speaker, { type: "confirm", answer: "yes", words: null });
  game.act(speaker, { type: "shareDone" });
  game.act(listener, { type: "empathise", words });
  game.act(speaker, { type: "thank" });
};
const toRequests = () => {
  const game = playToFirstTurn();
  wholeTurn(game, "A", "B");
  game.both({ type: "ready" });
  wholeTurn(game, "B", "A");
  return game;
};

describe("the standard guide", () => {
  test("goes from the lobby to the close, each heard in turn, and reads again as a record", () => {
    const game = toRequests();
    game.act("A", { type: "ask", words });
    game.act("B", { type: "answer", answer: "withAChange", words });
    game.both({ type: "settle", keep: true });
    game.act("B", { type: "ask", words });
    game.act("A", { type: "answer", answer: "notNow", words: null });
    expect(viewFor(game.state, "A").status).toBe("closing");
    game.both({ type: "write", words });
    const { end, agreements } = game.both({ type: "readOn" });
    expect(end?.how).toBe("completed");
    expect(agreements).toHaveLength(1);
    const record = recordFor(game.state, "B");
    expect(record.chapters.map((chapter) => chapter.stageId)).toEqual(standard.stages.map((stage) => stage.id));
    expect(record).toMatchObject({ status: "completed", tookAPause: false });
  });

  test("the lobby is a lobby, and what follows is in progress", () => {
    const game = play();
    expect(viewFor(game.state, "A").status).toBe("lobby");
    game.both({ type: "ready" });
    expect(viewFor(game.state, "A").status).toBe("inProgress");
  });
});

describe.each(listGuides())("the guide $id", (guide) => {
  test("is held from the lobby to the close, and every stage that leaves something is a page of its record", () => {
    const game = play(guide);
    for (let count = 0; count < 200 && !game.state.end; count++) {
      const { inner } = game.state.table;
      const seat = viewFor(game.state, "A").awaits[0];
      const type = viewFor(game.state, seat ?? "A").legal[0];
      if (!seat || !type) throw new Error("somebody can always lead on");
      game.act(seat, exampleOf(inner.step === "more" ? "shareDone" : type, game.state));
    }
    expect(game.state.end?.how).toBe("completed");
    const { chapters, title } = recordFor(game.state, "A");
    expect(title).toBe(guide.title);
    expect(chapters.map(({ stageId, title }) => [stageId, title])).toEqual(
      guide.stages.map(({ id, title }) => [id, title]),
    );
    const pages = chapters.filter(({ kind }) => ["reveal", "turn", "request"].includes(kind));
    expect(pages.every((page) => writingsOf(page).length > 0)).toBe(true);
  });
});

describe("choosing who goes first", () => {
  const choosing = (favoured: "A" | "B", a: string, b: string) => {
    const game = play(standard, "written", favoured);
    for (let gather = 0; gather < 3; gather++) game.both({ type: "ready" });
    game.act("A", { type: "pick", option: a });
    game.act("B", { type: "pick", option: b });
    return game.state.table.first;
  };

  test.each([
    ["A", "A", "A", "A"],
    ["A", "B", "B", "B"],
    ["A", "either", "B", "B"],
    ["B", "A", "either", "A"],
    ["B", "either", "either", "B"],
    ["B", "A", "B", "B"],
  ] as const)("with %s favoured, picks %s and %s let %s begin", (favoured, a, b, first) => {
    expect(choosing(favoured, a, b)).toBe(first);
  });

  test("19: a pick is not seen by the other before both have picked", () => {
    const pickedBy = (option: string) => {
      const game = play();
      for (let gather = 0; gather < 3; gather++) game.both({ type: "ready" });
      game.act("A", { type: "pick", option });
      return viewFor(game.state, "B");
    };
    expect(pickedBy("A")).toEqual(pickedBy("B"));
  });

  test("an option that is not on the table is invalid", () => {
    const game = play();
    for (let gather = 0; gather < 3; gather++) game.both({ type: "ready" });
    expect(game.attempt("A", { type: "pick", option: "C" })).toEqual({ ok: false, refusal: "invalid" });
  });

  test("whoever did not go first last time is favoured, else a coin that always falls the same way", () => {
    expect(favouredSeat(checkInIdOf(1), "A")).toBe("B");
    const falls = Array.from({ length: 200 }, (_, n) => favouredSeat(checkInIdOf(n), null));
    expect(falls).toEqual(Array.from({ length: 200 }, (_, n) => favouredSeat(checkInIdOf(n), null)));
    const heads = falls.filter((seat) => seat === "A").length;
    expect(heads).toBeGreaterThan(60);
    expect(heads).toBeLessThan(140);
  });
});

describe("a turn", () => {
  test("3: the speaker can't get past a reflection; the listener may pass it", () => {
    const game = playToFirstTurn();
    game.act("A", { type: "share", words });
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
    game.act("A", { type: "share", words });
    game.act("B", { type: "askSmaller" });
    game.act("A", { type: "pass" });
    expect(stepOf(game)).toBe("listen");
  });

  test("the ladder: free, then one sentence, then the speaker chooses", () => {
    const game = reflected();
    notQuite(game);
    expect(viewFor(game.state, "B").stage.view).toMatchObject({ step: "reflect", tryOneSentence: false });
    game.act("B", { type: "reflect", words });
    notQuite(game);
    expect(viewFor(game.state, "B").stage.view).toMatchObject({ step: "reflect", tryOneSentence: true });
    game.act("B", { type: "reflect", words });
    notQuite(game);
    expect(viewFor(game.state, "A").legal).toEqual(expect.arrayContaining(["goOn", "breathe", "park"]));
    expect(viewFor(game.state, "B").legal).not.toContain("goOn");
  });

  const onTheLadder = () => {
    const game = reflected();
    notQuite(game);
    game.act("B", { type: "reflect", words });
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
      game.act("A", { type: "share", words });
      game.act("B", { type: "listened" });
      game.act("B", { type: "reflect", words });
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

describe("two devices at once", () => {
  test("9: a double click and a late retry change nothing twice", () => {
    const game = playToFirstTurn();
    const once = { commandId: commandIdOf(777), forStep: game.state.step };
    game.attempt("A", { type: "share", words }, once);
    const { version } = game.state;
    expect(game.attempt("A", { type: "share", words }, once)).toEqual({ ok: true, value: null });
    expect(game.state.version).toBe(version);
  });

  test("16: a command for a step that has passed is refused as such, and moves nothing", () => {
    const game = playToFirstTurn();
    const { step } = game.state;
    game.act("A", { type: "share", words });
    expect(game.attempt("A", { type: "share", words }, { forStep: step })).toEqual({ ok: false, refusal: "stepMoved" });
    expect(stepOf(game)).toBe("listen");
  });
});

describe("going back", () => {
  test("takes both, and then the last step is as it was when it began", () => {
    const game = reflected();
    game.act("B", { type: "goBack" });
    expect(stepOf(game)).toBe("confirm");
    expect(viewFor(game.state, "A").backAsked).toBe("byThem");
    game.act("A", { type: "goBack" });
    expect(stepOf(game)).toBe("reflect");
    expect(viewFor(game.state, "A").stage.view).toMatchObject({ exchanges: [{ reflection: null }] });
  });

  test("either alone may leave it be", () => {
    const game = reflected();
    game.act("B", { type: "goBack" });
    game.act("A", { type: "stay" });
    expect(viewFor(game.state, "B").backAsked).toBeNull();
    expect(stepOf(game)).toBe("confirm");
  });

  test("a reveal is written anew, and an agreement that is taken back is none", () => {
    const game = toRequests();
    game.act("A", { type: "ask", words });
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

describe("a time-out", () => {
  const minutes = (n: number) => n * 60_000;

  test("5, 17: pens are down for both until both are back, then the same step goes on", () => {
    const game = reflected();
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
    const game = reflected();
    game.act("B", { type: "pause", minutes: 20 });
    game.act("B", { type: "extend", minutes: 20 });
    game.act("A", { type: "extend", minutes: 60 });
    expect(viewFor(game.state, "B").legal).not.toContain("extend");
    expect(viewFor(game.state, "B").legal).toContain("endKindly");
  });

  test("18: when nobody came back for twelve hours it ends by itself, with nobody named", () => {
    const game = reflected();
    game.act("B", { type: "pause", minutes: 20 }, noon);
    game.act("clock", { type: "lapse" }, noon + minutes(20) + lapsesAfterBreak);
    expect(game.state.end).toMatchObject({ how: "lapsed", words: null });
    expect(JSON.stringify(recordFor(game.state, "A"))).not.toContain("onBreak");
  });
});

describe("an early end", () => {
  test("4: either ends it kindly; the record says that it ended, not who or with which words", () => {
    const game = reflected();
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
    const game = toRequests();
    game.act("A", { type: "ask", words });
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
  const game = reflected();
  game.act("A", { type: "slowDown" });
  expect(viewFor(game.state, "A").legal).not.toContain("slowDown");
  game.act("B", { type: "slowDown" });
  expect(viewFor(game.state, "A").breaths).toBe(2);
});
