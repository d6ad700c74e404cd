import { expect, it } from "vitest";
import { decide } from "@/lib/check-in/decide";
import type { OpenedEvent } from "@/lib/check-in/events";
import { evolve, start } from "@/lib/check-in/evolve";
import { commandIdOf, noon, openedOf } from "@/lib/check-in/test-kit";
import { standard } from "@/lib/guides/standard";
import { sealedSchema } from "@/lib/sealing/sealed";
import { conversation, eventsToFirstTurn, sealedOfSize } from "./conversation";

const opened: OpenedEvent = openedOf(standard);
const ids = () => {
  let count = 0;
  return () => commandIdOf(++count);
};

it("is accepted move by move, so that no refusal is ever measured", () => {
  const newCommandId = ids();
  let state = eventsToFirstTurn(opened, newCommandId).slice(1).reduce(evolve, start(standard, opened));
  expect(state.table.inner).toMatchObject({ kind: "turn", step: "compose", speaker: "A" });
  for (const move of conversation) {
    const command = move.command(sealedOfSize(move.words));
    const decided = decide(state, { commandId: newCommandId(), forStep: state.step, command }, move.seat, noon);
    expect(decided).toMatchObject({ ok: true, value: { type: expect.any(String) } });
    if (decided.ok && decided.value) state = evolve(state, decided.value);
  }
  expect(state.guide.stages[state.table.stage]?.id).toBe("request-first");
});

it("carries values that pass for sealed ones", () => {
  expect(sealedSchema.safeParse(sealedOfSize(512)).success).toBe(true);
  expect(sealedOfSize(512).c).toHaveLength(704);
});
