import { describe, expect, test } from "vitest";
import { listGuides } from "@/lib/guides/find-guide";
import { everyState } from "./test-kit";

describe("what the laws play", { timeout: 120_000 }, () => {
  test("the random check-ins get to the places that the laws are about", () => {
    const seen = new Set<string>();
    everyState(
      ({ state }, before) => {
        const { inner } = state.table;
        seen.add(`step ${inner.step}`);
        if (state.onBreak) seen.add("on a break");
        if (before?.onBreak && !state.onBreak && !state.end) seen.add("back from a break");
        if (state.agreements.some(({ retiredAt }) => retiredAt === null)) seen.add("an agreement");
        if (state.agreements.some(({ retiredAt }) => retiredAt !== null)) seen.add("an agreement let go");
        if (before && state.table.stage < before.table.stage) seen.add("back over a stage");
        if (state.end) seen.add(state.end.how);
        if (inner.kind === "reveal" && inner.step === "write" && Object.keys(inner.written).length === 1)
          seen.add("half");
        if (inner.kind === "request" && Object.values(inner.keeps).includes(false)) seen.add("a wish that is not kept");
      },
      { seed: 2026, numRuns: 1000 },
    );
    const steps =
      "gather pick write read compose listen reflect confirm ladder breathe more empathise thank ask answer settle";
    expect([...seen].sort()).toEqual(
      [
        ...steps.split(" ").map((step) => `step ${step}`),
        "on a break",
        "back from a break",
        "an agreement",
        "an agreement let go",
        "back over a stage",
        "completed",
        "endedKindly",
        "half",
        "a wish that is not kept",
      ].sort(),
    );
  });

  test("the laws play every guide that is on offer, through each of its stages", () => {
    const seen = new Set<string>();
    everyState(({ state }) => seen.add(`${state.guide.id} ${state.guide.stages[state.table.stage]?.id}`), {
      seed: 2026,
      numRuns: 1000,
    });
    const missing = listGuides().flatMap(({ id, stages }) =>
      stages.map((stage) => `${id} ${stage.id}`).filter((place) => !seen.has(place)),
    );
    expect(missing).toEqual([]);
  });
});
