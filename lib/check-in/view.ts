import type { Seat } from "@/lib/ids";
import { legalFor } from "./legal";
import { floorOf, stageLegal } from "./stages/run-stage";
import { viewStage } from "./stages/view-stage";
import { type CheckInState, statusOf } from "./state";

/** What the room of one seat shows: the only thing that a browser ever gets of a running check-in. */
export type View = ReturnType<typeof viewFor>;
export type StageView = View["stage"]["view"];

/** Whose move it is: everyone who can move the present step. On a break, whoever is not back yet. */
const awaitedSeats = (state: CheckInState): readonly Seat[] => {
  if (state.end) return [];
  const { onBreak } = state;
  if (onBreak) return (["A", "B"] as const).filter((seat) => !onBreak.back.includes(seat));
  const stage = state.guide.stages[state.table.stage];
  return stage ? (["A", "B"] as const).filter((seat) => stageLegal(state.table.inner, seat, stage).length > 0) : [];
};

/**
 * One seat's view, whole. What is not meant for this seat yet is not in it: not the other's half of a reveal before both are
 * in (promise 6), not the other's pick, no count of attempts, no command ids to dedupe by.
 */
export const viewFor = (state: CheckInState, seat: Seat) => {
  const { table, onBreak, end } = state;
  return {
    checkInId: state.checkInId,
    guideId: state.guide.id,
    guideVersion: state.guide.version,
    mode: state.mode,
    version: state.version,
    step: state.step,
    stepAt: state.stepAt,
    openedAt: state.openedAt,
    status: statusOf(state),
    seat,
    stage: {
      index: table.stage,
      id: state.guide.stages[table.stage]?.id ?? "",
      view: viewStage(table.inner, seat),
    },
    first: table.first,
    floor: end || onBreak ? null : floorOf(table.inner),
    awaits: awaitedSeats(state),
    legal: legalFor(state, seat),
    onBreak: onBreak && { until: onBreak.until, by: onBreak.by, back: onBreak.back },
    backAsked: state.backAskedBy === null ? null : state.backAskedBy === seat ? ("byMe" as const) : ("byThem" as const),
    breaths: state.breaths,
    agreements: state.agreements,
    end: end && { how: end.how, at: end.at, words: end.words },
  };
};

/**
 * Whether the whole check-in waits for this seat's move and for nobody else's. On a break nobody is waited for: pens are down,
 * and the time of return is what both were told.
 */
export const waitsForAlone = ({ seat, awaits, onBreak }: Pick<View, "seat" | "awaits" | "onBreak">): boolean =>
  onBreak === null && awaits.length === 1 && awaits[0] === seat;
