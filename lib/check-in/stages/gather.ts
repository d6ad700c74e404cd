import type { GatherStage } from "@/lib/guides/guide";
import type { Gather } from "../state";
import { bothSeats, type Machine, withSeat } from "./machine";

/** Both arrive. Done when both are ready. */
export const gather: Machine<Gather, GatherStage> = {
  begin: () => ({ kind: "gather", step: "gather", ready: [] }),
  legal: (inner, seat) => (inner.ready.includes(seat) ? [] : ["ready"]),
  evolve(inner, event, stage) {
    if (event.type !== "readied") return { inner };
    const ready = withSeat(inner.ready, event.seat);
    return bothSeats(ready) ? { done: { stageId: stage.id, kind: "gather" } } : { inner: { ...inner, ready } };
  },
};
