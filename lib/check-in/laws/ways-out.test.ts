import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, lapsesAfterBreak } from "../decide";
import { evolve } from "../evolve";
import { legalFor } from "../legal";
import { commandIdOf, exampleOf, noon, play } from "../test-kit";
import { viewFor } from "../view";
import { anyBeginning } from "./guides-test-kit";
import { accepted, commandTypes, everyState, leading, runs, seats, variantOf } from "./test-kit";

describe("laws of ways on and out", { timeout: 120_000 }, () => {
  test("4: either partner alone can end any unfinished check-in", () => {
    everyState(({ state }) => {
      if (state.end) return;
      for (const seat of seats) expect(accepted(state, { type: "endKindly", words: null }, seat).ok).toBe(true);
    });
  });

  test("5: pause is accepted in every running step, from either, however late", () => {
    everyState(({ state }) => {
      if (state.end || state.onBreak) return;
      for (const seat of seats) {
        const envelope = {
          commandId: commandIdOf(999_999),
          forStep: 0,
          command: { type: "pause", minutes: 20 },
        } as const;
        expect(decide(state, envelope, seat, noon).ok).toBe(true);
      }
    });
  });

  test("11: after an unlink nothing is accepted", () => {
    everyState((game) => {
      if (game.state.end) return;
      const unlink = { commandId: commandIdOf(999_998), forStep: 0, command: { type: "unlink" } } as const;
      const decided = decide(game.state, unlink, "B", noon);
      if (!decided.ok || !decided.value) throw new Error("an unlink must be accepted");
      const after = evolve(game.state, decided.value);
      for (const seat of seats) {
        expect(legalFor(after, seat)).toEqual([]);
        expect(commandTypes.filter((type) => accepted(after, exampleOf(type, after), seat).ok)).toEqual([]);
      }
    });
  });

  test("15: in any unfinished state somebody has a move that leads on, and such moves lead to an end", () => {
    everyState(({ state }) => {
      const awaits = viewFor(state, "A").awaits;
      expect(awaits.length > 0).toBe(state.end === null);
      for (const seat of awaits) expect(leading(state, seat).length).toBeGreaterThan(0);
    });
    fc.assert(
      fc.property(anyBeginning, fc.array(fc.nat(5), { minLength: 1 }), ({ guide }, variants) => {
        const game = play(guide);
        for (let count = 0; count < 400 && !game.state.end; count++) {
          const seat = seats.find((candidate) => leading(game.state, candidate).length > 0);
          const [type] = seat ? leading(game.state, seat) : [];
          if (!seat || !type) break;
          const variant = count < 100 ? (variants[count % variants.length] ?? 0) : 0;
          game.act(seat, variantOf(exampleOf(type, game.state), variant, game.state, guide));
        }
        expect(game.state.end?.how).toBe("completed");
      }),
      runs,
    );
  });

  test("17: on a break pens are down", () => {
    everyState(({ state }, before) => {
      if (before?.onBreak && !state.end) expect(state.table).toEqual(before.table);
      if (!state.onBreak) return;
      const atRest = ["comeBack", "extend", "endKindly"];
      for (const seat of seats) expect(legalFor(state, seat).filter((type) => !atRest.includes(type))).toEqual([]);
    });
  });

  test("18: the clock ends nothing but a break that nobody came back from", () => {
    everyState(({ state }) => {
      const lapse = { commandId: commandIdOf(999_999), forStep: 0, command: { type: "lapse" } } as const;
      const due = (state.onBreak?.until ?? 0) + lapsesAfterBreak;
      expect(decide(state, lapse, "clock", due - 1).ok).toBe(false);
      expect(decide(state, lapse, "clock", due).ok).toBe(state.onBreak !== null);
    });
  });
});
