import { describe, expect, test } from "vitest";
import { listGuides } from "@/lib/guides/find-guide";
import { standard } from "@/lib/guides/standard";
import { favouredSeat } from "./coin";
import { recordFor } from "./record";
import { checkInIdOf, exampleOf, play, playToRequests, someWords } from "./test-kit";
import { viewFor } from "./view";
import { writingsOf } from "./writings";

describe("the standard guide", () => {
  test("goes from the lobby to the close, each heard in turn, and reads again as a record", () => {
    const game = playToRequests();
    game.act("A", { type: "ask", words: someWords });
    game.act("B", { type: "answer", answer: "withAChange", words: someWords });
    game.both({ type: "settle", keep: true });
    game.act("B", { type: "ask", words: someWords });
    game.act("A", { type: "answer", answer: "notNow", words: null });
    expect(viewFor(game.state, "A").status).toBe("closing");
    game.both({ type: "write", words: someWords });
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
