import { describe, expect, test } from "vitest";
import { otherSeat } from "@/lib/other-seat";
import { sealedOf } from "../test-kit";
import { viewFor } from "../view";
import { everyState, seats } from "./test-kit";

describe("laws of what a partner is not shown", { timeout: 120_000 }, () => {
  test("6: before both are in, a view does not depend on what the other wrote, nor on its size", () => {
    everyState(({ state }) => {
      const { inner } = state.table;
      if (inner.kind !== "reveal" || inner.step !== "write" || state.end) return;
      for (const seat of seats) {
        const theirs = inner.written[otherSeat(seat)];
        if (!theirs) continue;
        const longer = { ...theirs, words: sealedOf("other-and-much-longer-words".repeat(9)) };
        const written = { ...inner.written, [otherSeat(seat)]: longer };
        const changed = { ...state, table: { ...state.table, inner: { ...inner, written } } };
        const passed = {
          ...changed,
          table: { ...changed.table, inner: { ...inner, written: { ...written, [otherSeat(seat)]: null } } },
        };
        expect(viewFor(changed, seat)).toEqual(viewFor(state, seat));
        expect(viewFor(passed, seat)).toEqual(viewFor(state, seat));
      }
    });
  });

  test("19: no view carries a count of attempts, ids to replay, or who paused earlier", () => {
    everyState(({ state }) => {
      for (const seat of seats) {
        const told = JSON.stringify(viewFor(state, seat));
        expect(told).not.toMatch(/notQuites|commandIds|tookAPause|slowedBy|"past"|stepTable/);
      }
    });
  });
});
