import type { TurnStage } from "@/lib/guides/guide";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { CommandType } from "../commands";
import type { Exchange, Turn } from "../state";
import { bothSeats, type Machine, type Outcome, withSeat } from "./machine";
import { writingOf } from "./writing";

/** The first piece and at most two more. */
const mostPieces = 3;
/** After this many "not quite"s the speaker is asked how to go on. */
export const ladderAfter = 3;

const speakerMay: Partial<Record<Turn["step"], readonly CommandType[]>> = {
  compose: ["share", "pass"],
  confirm: ["confirm", "pass"],
  ladder: ["goOn", "breathe", "park"],
  more: ["share", "shareDone", "pass"],
  thank: ["thank", "pass"],
};
const listenerMay: Partial<Record<Turn["step"], readonly CommandType[]>> = {
  listen: ["listened", "askSmaller", "pass"],
  reflect: ["reflect", "pass"],
  empathise: ["empathise", "pass"],
};

const last = (inner: Turn): Exchange | undefined => inner.exchanges.at(-1);
const replaceLast = (inner: Turn, exchange: Exchange): readonly Exchange[] => [
  ...inner.exchanges.slice(0, -1),
  exchange,
];
const at = (inner: Turn, step: Turn["step"], change: Partial<Turn> = {}): Outcome<Turn> => ({
  inner: { ...inner, ...change, step },
});
const done = (inner: Turn, stage: TurnStage, parked: boolean): Outcome<Turn> => {
  const { speaker, exchanges, empathy } = inner;
  return { done: { stageId: stage.id, kind: "turn", speaker, exchanges, empathy, parked } };
};

/** The last piece has been said; without any there is nothing to make sense of. */
const finish = (inner: Turn, stage: TurnStage): Outcome<Turn> =>
  inner.exchanges.length === 0 ? done(inner, stage, false) : at(inner, "empathise");

/**
 * The heart: one shares, the other reflects until the speaker says it landed. The listener cannot end the speaker's turn, and
 * the speaker gets past a reflection only by confirming it or when the listener passes (promises 2 and 3).
 */
export const turn: Machine<Turn, TurnStage> = {
  begin(stage, { first, favoured }) {
    const goesFirst = first ?? favoured;
    return {
      kind: "turn",
      step: "compose",
      speaker: stage.speaker === "first" ? goesFirst : otherSeat(goesFirst),
      exchanges: [],
      smallerAsked: false,
      notQuites: 0,
      mattered: null,
      breathed: [],
      empathy: null,
    };
  },

  legal(inner, seat) {
    if (inner.step === "breathe") return inner.breathed.includes(seat) ? [] : ["ready"];
    const may = (seat === inner.speaker ? speakerMay : listenerMay)[inner.step] ?? [];
    return may.filter(
      (type) =>
        !(type === "askSmaller" && inner.smallerAsked) &&
        !(type === "share" && inner.step === "more" && inner.exchanges.length >= mostPieces),
    );
  },

  evolve(inner, event, stage) {
    const exchange = last(inner);
    switch (event.type) {
      case "shared": {
        const piece = writingOf("piece", event);
        const smaller = inner.step === "compose" && exchange !== undefined;
        return at(inner, "listen", {
          exchanges: smaller
            ? replaceLast(inner, { ...exchange, pieces: [...exchange.pieces, piece] })
            : [...inner.exchanges, { pieces: [piece], reflection: null, added: null }],
          notQuites: 0,
          mattered: null,
        });
      }
      case "smallerAsked":
        return at(inner, "compose", { smallerAsked: true });
      case "listened":
        return at(inner, "reflect");
      case "reflected":
        if (!exchange) return { inner };
        return at(inner, "confirm", {
          exchanges: replaceLast(inner, { ...exchange, reflection: writingOf("reflection", event) }),
        });
      case "confirmed": {
        if (event.answer === "notQuite") {
          const notQuites = inner.notQuites + 1;
          const mattered = event.words ? writingOf("mattered", event) : null;
          return at(inner, notQuites >= ladderAfter ? "ladder" : "reflect", { notQuites, mattered });
        }
        const added = event.answer === "nearly" && event.words ? writingOf("nearly", event) : null;
        return at(inner, "more", {
          exchanges: exchange ? replaceLast(inner, { ...exchange, added }) : inner.exchanges,
          mattered: null,
        });
      }
      case "wentOn":
        return at(inner, "more", { mattered: null });
      case "breathed":
        return at(inner, "breathe", { breathed: [] });
      case "readied": {
        const breathed = withSeat(inner.breathed, event.seat);
        return at(inner, bothSeats(breathed) ? "reflect" : "breathe", { breathed });
      }
      case "parked":
        return done(inner, stage, true);
      case "shareDone":
        return finish(inner, stage);
      case "empathised":
        return at(inner, "thank", { empathy: writingOf("empathy", event) });
      case "thanked":
        return done(inner, stage, false);
      case "passed":
        return passed(inner, stage);
      default:
        return { inner };
    }
  },
};

/** Passing costs nothing and needs no reason; it is always one's own step that is passed. */
const passed = (inner: Turn, stage: TurnStage): Outcome<Turn> => {
  switch (inner.step) {
    // Nothing smaller comes to mind: the piece stands as it was said.
    case "compose":
      return inner.exchanges.length > 0 ? at(inner, "listen") : done(inner, stage, false);
    case "listen":
    case "reflect":
    case "confirm":
      return at(inner, "more", { mattered: null });
    case "more":
      return finish(inner, stage);
    default:
      return done(inner, stage, false);
  }
};

export const floorOf = (inner: Turn): Seat | null => {
  if (inner.step === "breathe") return null;
  return speakerMay[inner.step] ? inner.speaker : otherSeat(inner.speaker);
};
