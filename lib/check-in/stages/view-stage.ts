import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { Choose, Gather, Inner, Request, Reveal, Turn } from "../state";
import { ladderAfter } from "./turn";

const gather = ({ kind, step, ready }: Gather) => ({ kind, step, ready });

/** The other's pick is not in it: it would sway one's own. */
const choose = ({ kind, step, picks }: Choose, seat: Seat) => ({ kind, step, mine: picks[seat] ?? null });

/** Promise 6: before both are in, the other's writing is not in the view at all, so that not even its size is. */
const reveal = ({ kind, step, written }: Reveal, seat: Seat) => ({
  kind,
  step,
  mine: written[seat] ?? null,
  theirs: step === "read" ? (written[otherSeat(seat)] ?? null) : null,
});

const turn = (inner: Turn, seat: Seat) => {
  const { kind, step, speaker, exchanges, mattered, empathy } = inner;
  return {
    kind,
    step,
    speaker,
    exchanges,
    mattered,
    empathy,
    /** "Could you say it smaller?" was asked, and the speaker is about to. */
    askedSmaller: step === "compose" && exchanges.length > 0,
    /** The second rung of the ladder. The count itself is never sent. */
    tryOneSentence: step === "reflect" && seat !== speaker && inner.notQuites >= ladderAfter - 1,
  };
};

const request = ({ kind, step, asker, request, answer, keeps }: Request, seat: Seat) => ({
  kind,
  step,
  asker,
  request,
  answer,
  /** One's own choice only: the other's is seen when both are in. */
  myKeep: keeps[seat] ?? null,
});

/** What one seat may see of the stage at hand. */
export const viewStage = (inner: Inner, seat: Seat) => {
  switch (inner.kind) {
    case "gather":
      return gather(inner);
    case "choose":
      return choose(inner, seat);
    case "reveal":
      return reveal(inner, seat);
    case "turn":
      return turn(inner, seat);
    case "request":
      return request(inner, seat);
  }
};
