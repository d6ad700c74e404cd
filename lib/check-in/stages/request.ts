import type { RequestStage } from "@/lib/guides/guide";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { Request } from "../state";
import type { Machine, Outcome } from "./machine";
import { writingOf } from "./writing";

const done = ({ asker, request, answer }: Request, stage: RequestStage): Outcome<Request> => ({
  done: { stageId: stage.id, kind: "request", asker, request, answer },
});

/** One asks one small thing; the other answers. Two yeses to keeping it make it an agreement (evolve adds it to the list). */
export const request: Machine<Request, RequestStage> = {
  begin(stage, { first, favoured }) {
    const goesFirst = first ?? favoured;
    const asker = stage.asker === "first" ? goesFirst : otherSeat(goesFirst);
    return { kind: "request", step: "ask", asker, request: null, answer: null, keeps: {} };
  },
  legal(inner, seat) {
    if (inner.step === "settle") return inner.keeps[seat] === undefined ? ["settle"] : [];
    if (inner.step === "ask") return seat === inner.asker ? ["ask", "pass"] : [];
    return seat === inner.asker ? [] : ["answer", "pass"];
  },
  evolve(inner, event, stage) {
    switch (event.type) {
      case "asked":
        return { inner: { ...inner, step: "answer", request: writingOf("request", event) } };
      case "answered": {
        const answered = { ...inner, answer: { how: event.answer, writing: writingOf("answer", event) } };
        return event.answer === "notNow" ? done(answered, stage) : { inner: { ...answered, step: "settle" } };
      }
      case "settled": {
        const keeps = { ...inner.keeps, [event.seat]: event.keep };
        const settled = { ...inner, keeps };
        return keeps.A === undefined || keeps.B === undefined ? { inner: settled } : done(settled, stage);
      }
      case "passed":
        return done(inner, stage);
      default:
        return { inner };
    }
  },
};

export const requestFloorOf = (inner: Request): Seat | null => {
  if (inner.step === "settle") return null;
  return inner.step === "ask" ? inner.asker : otherSeat(inner.asker);
};
