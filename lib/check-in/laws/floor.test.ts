import { describe, expect, test } from "vitest";
import { otherSeat } from "@/lib/other-seat";
import { floorOf } from "../stages/run-stage";
import { viewFor } from "../view";
import { accepted, everyState, leading, seats } from "./test-kit";

describe("laws of the floor and of two yeses", { timeout: 120_000 }, () => {
  test("1: at most one holds the floor, and only they can move the step", () => {
    everyState(({ state }) => {
      if (state.end || state.onBreak) return;
      const floor = floorOf(state.table.inner);
      const movers = seats.filter((seat) => leading(state, seat).length > 0);
      expect(viewFor(state, "A").floor).toBe(viewFor(state, "B").floor);
      if (floor) expect(movers).toEqual([floor]);
    });
  });

  test("2: only the speaker confirms", () => {
    everyState(({ state }) => {
      const { inner } = state.table;
      const listener = inner.kind === "turn" ? otherSeat(inner.speaker) : "B";
      const answer = accepted(state, { type: "confirm", answer: "yes", words: null }, listener);
      expect(answer.ok).toBe(false);
    });
  });

  test("3: nothing that the listener does ends the speaker's turn, and no reflection is skipped by the speaker", () => {
    everyState(({ state, log }, before) => {
      const inner = before?.table.inner;
      const event = log.at(-1);
      if (!before || inner?.kind !== "turn" || !event?.seat || state.end || event.type === "backAsked") return;
      const speaking = !["empathise", "thank"].includes(inner.step);
      const now = state.table.inner;
      const over = state.table.stage !== before.table.stage || (now.kind === "turn" && now.step === "empathise");
      if (event.seat !== inner.speaker && speaking) expect(over).toBe(false);
      if (event.seat === inner.speaker && ["listen", "reflect"].includes(inner.step)) {
        expect(now.kind === "turn" && now.step).toBe(inner.step);
      }
    });
  });

  test("7: an agreement stands only after two yeses, and one lets it go", () => {
    everyState(({ state, log }) => {
      for (const agreement of state.agreements) {
        const askedAt = log.findIndex((event) => event.commandId === agreement.id);
        const yeses = log.slice(askedAt).filter((event) => event.type === "settled" && event.keep);
        expect(new Set(yeses.map((event) => event.seat)).size).toBe(2);
        if (agreement.retiredAt === null && state.end?.how !== "unlinked" && !state.onBreak) {
          for (const seat of seats)
            expect(accepted(state, { type: "retire", agreement: agreement.id }, seat).ok).toBe(true);
        }
      }
    });
  });
});
