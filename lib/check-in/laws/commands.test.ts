import { describe, expect, test } from "vitest";
import { decide } from "../decide";
import { alwaysThere, legalFor } from "../legal";
import { commandIdOf, exampleOf, noon } from "../test-kit";
import { viewFor } from "../view";
import { accepted, commandTypes, everyState, seats } from "./test-kit";

describe("laws of commands", { timeout: 120_000 }, () => {
  test("9: the same command id changes nothing twice, whoever sends it", () => {
    everyState(({ state, log }) => {
      const again = log.flatMap(({ commandId }) =>
        seats.map((seat) => decide(state, { commandId, forStep: state.step, command: { type: "pass" } }, seat, noon)),
      );
      expect(again.filter((decided) => !decided.ok || decided.value !== null)).toEqual([]);
    });
  });

  test("10: a third person is refused whatever they send", () => {
    everyState(({ state }) => {
      const answers = commandTypes.map((type) => {
        const envelope = { commandId: commandIdOf(999_999), forStep: state.step, command: exampleOf(type, state) };
        const decided = decide(state, envelope, "stranger", noon);
        return decided.ok ? "taken" : decided.refusal;
      });
      expect(new Set(answers)).toEqual(new Set(["notAParticipant"]));
    });
  });

  test("13: decide never throws, and what it refuses leaves the log as it was", () => {
    everyState((game) => {
      const { state, log } = game;
      const size = log.length;
      const answers = commandTypes.flatMap((type) =>
        seats.map((seat) => accepted(state, exampleOf(type, state), seat).ok),
      );
      expect(answers.filter((answer) => typeof answer !== "boolean")).toEqual([]);
      expect(game.log.length).toBe(size);
      expect(game.state).toBe(state);
    });
  });

  test("14: view.legal and decide agree on every type of command", () => {
    everyState(({ state }) => {
      for (const seat of seats) {
        const accepts = commandTypes.filter((type) => accepted(state, exampleOf(type, state), seat).ok);
        expect([...viewFor(state, seat).legal].sort()).toEqual(accepts.sort());
      }
    });
  });

  test("16: what is meant for another step moves nothing, unless it is always there", () => {
    everyState(({ state }) => {
      for (const seat of seats) {
        for (const type of legalFor(state, seat)) {
          const command = exampleOf(type, state);
          const late = { commandId: commandIdOf(999_999), forStep: state.step + 1, command };
          const decided = decide(state, late, seat, noon);
          expect(decided).toEqual(
            alwaysThere.has(type) ? { ok: true, value: expect.anything() } : { ok: false, refusal: "stepMoved" },
          );
        }
      }
    });
  });
});
