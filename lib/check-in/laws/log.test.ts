import { describe, expect, test } from "vitest";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { type CheckInEvent, checkInEventSchema, type OpenedEvent, pauseTypes } from "../events";
import { fold } from "../evolve";
import { playToFirstTurn, sealedOf } from "../test-kit";
import { viewFor } from "../view";
import { withoutWords } from "../without-words";
import { everyLog, everyState, seats } from "./test-kit";

describe("laws of the log", { timeout: 120_000 }, () => {
  test("8: folding the log again, also after a trip through JSON, gives the same state", () => {
    everyLog(({ state, log }) => {
      expect(fold(state.guide, logOf(log))).toEqual(state);
    });
  });

  test("12: swapping the seats in a log swaps them in the state and changes nothing else", () => {
    everyLog(({ state, log }) => {
      expect(fold(state.guide, logOf(log.map(swapped)))).toEqual(swapped(state));
    });
  });

  test("16: version counts the events and a step number never comes back", () => {
    everyState(({ state, log }, before) => {
      expect(state.version).toBe(log.length);
      if (before) expect(state.step - before.step).toBeGreaterThanOrEqual(0);
      if (before && before.table.inner.step !== state.table.inner.step) expect(state.step).toBe(before.step + 1);
    });
  });

  test("19: what has ended folds to the same state when its log says no more whose its pauses were", () => {
    everyLog((game) => {
      if (!game.state.end) game.act("A", { type: "endKindly", words: null });
      const { state, log } = game;
      expect(fold(state.guide, logOf(log.map(ofNobody)))).toEqual(state);
    });
  });

  test("19: while it runs, the same log without that still says that there is a break", () => {
    const game = playToFirstTurn();
    game.act("B", { type: "pause", minutes: 20 });
    const { state, log } = game;
    const view = viewFor(fold(state.guide, logOf(log.map(ofNobody))), "A");
    expect(view.onBreak).toEqual({ ...viewFor(state, "A").onBreak, by: null });
  });

  test("20: words that are taken out of a log are gone from the state, and nothing else is changed", () => {
    everyLog(({ state, log }) => {
      for (const seat of seats) {
        const taken = logOf(log.map((event) => withoutWords(event, seat, "takenBack")));
        const after = fold(state.guide, taken);
        expect(after).toEqual(withMarks(state, seat));
        expect(fold(state.guide, logOf(taken.map((event) => withoutWords(event, seat, "notLeft"))))).toEqual(after);
      }
    });
  });

  test("20: taking words out of a log leaves the other's, and nothing of the ciphertext", () => {
    const game = playToFirstTurn();
    game.act("A", { type: "share", words: sealedOf("piece-a") });
    const text = JSON.stringify(game.log.map((event) => withoutWords(event, "A", "takenBack")));
    expect(text).not.toContain("warm-a");
    expect(text).not.toContain("piece-a");
    expect(text).toContain("warm-b");
    expect(text.match(/takenBack/g)).toHaveLength(2);
  });
});

const ofNobody = (event: CheckInEvent) =>
  pauseTypes.some((type) => type === event.type) ? { ...event, seat: null } : event;

/** A state with a mark in the place of one seat's sealed words. */
const withMarks = (value: unknown, seat: Seat): unknown => {
  if (Array.isArray(value)) return value.map((part) => withMarks(part, seat));
  if (typeof value !== "object" || value === null) return value;
  const isTheirs = "words" in value && "seat" in value && value.seat === seat && value.words !== null;
  const parts = Object.entries(value).map(([key, part]) => [key, withMarks(part, seat)]);
  return { ...Object.fromEntries(parts), ...(isTheirs && { words: { gone: "takenBack" } }) };
};

/** The same log or state with the two chairs changed. A pick of an order names a chair too. */
const swapped = (value: unknown): unknown => {
  if (value === "A" || value === "B") return otherSeat(value);
  if (Array.isArray(value)) {
    const parts = value.map(swapped);
    // Lists of seats are kept in order, so that who came first in them tells nothing.
    return parts.every((part) => part === "A" || part === "B") ? parts.sort() : parts;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key === "A" || key === "B" ? otherSeat(key) : key, swapped(part)]),
  );
};

/** Events as a database gives them back: through JSON and the schema. */
const logOf = (events: readonly unknown[]): [OpenedEvent, ...CheckInEvent[]] => {
  const [opened, ...rest] = events.map((event) => checkInEventSchema.parse(JSON.parse(JSON.stringify(event))));
  if (opened?.type !== "opened") throw new Error("a log begins with opened");
  return [opened, ...rest];
};
