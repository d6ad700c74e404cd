import type { RevealStage } from "@/lib/guides/guide";
import type { Reveal } from "../state";
import { bothSeats, type Machine, withSeat } from "./machine";
import { writingOf } from "./writing";

/** Both write privately; both open at the same moment. */
export const reveal: Machine<Reveal, RevealStage> = {
  begin: () => ({ kind: "reveal", step: "write", written: {}, readOn: [] }),
  legal(inner, seat) {
    if (inner.step === "write") return inner.written[seat] === undefined ? ["write", "pass"] : [];
    return inner.readOn.includes(seat) ? [] : ["readOn"];
  },
  evolve(inner, event, stage) {
    if (event.type === "wrote" || event.type === "passed") {
      const writing = event.type === "wrote" ? writingOf(stage.asks, event) : null;
      const written = { ...inner.written, [event.seat]: writing };
      const bothIn = written.A !== undefined && written.B !== undefined;
      return { inner: { ...inner, written, step: bothIn ? "read" : "write" } };
    }
    if (event.type !== "readOn") return { inner };
    const readOn = withSeat(inner.readOn, event.seat);
    if (!bothSeats(readOn)) return { inner: { ...inner, readOn } };
    return { done: { stageId: stage.id, kind: "reveal", written: inner.written } };
  },
};
