import type { Guide } from "@/lib/guides/guide";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { CheckInEvent, OpenedEvent } from "./events";
import { beginStage, evolveStage } from "./stages/run-stage";
import { writingOf } from "./stages/writing";
import type { Agreement, CheckInState, End, Table } from "./state";

/** The state after the first event of a log. */
export const start = (guide: Guide, opened: OpenedEvent): CheckInState => {
  const setting = { first: null, favoured: opened.favoured };
  const [stage] = guide.stages;
  if (!stage) throw new Error(`Guide ${guide.id} has no stages`);
  const table = { stage: 0, inner: beginStage(stage, setting), first: null, chapters: [] };
  return {
    checkInId: opened.checkInId,
    guide,
    mode: opened.mode,
    favoured: opened.favoured,
    openedAt: opened.at,
    version: 1,
    step: 0,
    stepAt: opened.at,
    table,
    stepTable: table,
    past: null,
    onBreak: null,
    backAskedBy: null,
    breaths: 0,
    slowedBy: [],
    tookAPause: false,
    agreements: [],
    end: null,
    commandIds: [opened.commandId],
  };
};

/** What one event makes of a state. Total: an event that does not fit changes the version and nothing else. */
export const evolve = (state: CheckInState, event: CheckInEvent): CheckInState => {
  const next = { ...state, version: state.version + 1, commandIds: [...state.commandIds, event.commandId] };
  switch (event.type) {
    case "opened":
      return next;
    case "paused":
      return { ...next, onBreak: { until: event.until, by: event.seat, extensions: 0, back: [] }, tookAPause: true };
    case "extended":
      if (!state.onBreak) return next;
      return {
        ...next,
        onBreak: { ...state.onBreak, until: event.until, extensions: state.onBreak.extensions + 1, back: [] },
      };
    case "cameBack":
      return cameBack(next, event.seat, event.at);
    case "slowedDown":
      return { ...next, breaths: state.breaths + 1, slowedBy: [...state.slowedBy, event.seat].sort() };
    case "backAsked":
      return state.backAskedBy === otherSeat(event.seat)
        ? wentBack(next, event.at)
        : { ...next, backAskedBy: event.seat };
    case "stayed":
      return { ...next, backAskedBy: null };
    case "endedKindly":
      return ended(next, { how: "endedKindly", at: event.at, words: event.words && writingOf("ending", event) });
    case "unlinked":
      return ended(next, { how: "unlinked", at: event.at, words: null });
    case "lapsed":
      return ended(next, { how: "lapsed", at: event.at, words: null });
    case "retired":
      return {
        ...next,
        agreements: state.agreements.map((agreement) =>
          agreement.id === event.agreement ? { ...agreement, retiredAt: event.at } : agreement,
        ),
      };
    default:
      return moved(next, event);
  }
};

/** Folds a whole log; the first event is `opened`. */
export const fold = (guide: Guide, [opened, ...events]: readonly [OpenedEvent, ...CheckInEvent[]]): CheckInState =>
  events.reduce(evolve, start(guide, opened));

const ended = (state: CheckInState, end: End): CheckInState => ({
  ...state,
  end,
  onBreak: null,
  backAskedBy: null,
  past: null,
  step: state.step + 1,
  stepAt: end.at,
});

const cameBack = (state: CheckInState, seat: Seat, at: number): CheckInState => {
  if (!state.onBreak) return state;
  const otherIsBack = state.onBreak.back.includes(otherSeat(seat));
  return otherIsBack
    ? { ...state, onBreak: null, stepAt: at }
    : { ...state, onBreak: { ...state.onBreak, back: [seat] } };
};

/** A new step on the table. The step number only ever grows, so a late command can never fit a screen that came back. */
const stepped = (state: CheckInState, at: number): CheckInState => ({
  ...state,
  stepTable: state.table,
  step: state.step + 1,
  stepAt: at,
  backAskedBy: null,
  slowedBy: [],
});

/** The agreements of steps that are taken back go with them. */
const wentBack = (state: CheckInState, at: number): CheckInState => {
  if (!state.past) return state;
  const { table, past } = state.past;
  const kept = new Set(
    table.chapters.map((chapter) => (chapter.kind === "request" ? chapter.request?.commandId : null)),
  );
  const agreements = state.agreements.filter((agreement) => kept.has(agreement.id));
  return stepped({ ...state, table, past, agreements }, at);
};

/** An event that the stage at hand understands: it stays, takes a step, or is done and the next stage begins. */
const moved = (state: CheckInState, event: CheckInEvent & { seat: Seat }): CheckInState => {
  const { table } = state;
  const stage = state.guide.stages[table.stage];
  if (!stage) return state;
  const setting = { first: table.first, favoured: state.favoured };
  const outcome = evolveStage(table.inner, event, stage, setting);
  if ("inner" in outcome) {
    const nextTable = { ...table, inner: outcome.inner };
    if (outcome.inner.step === table.inner.step) return { ...state, table: nextTable };
    return stepped({ ...state, table: nextTable, past: pastOf(state) }, event.at);
  }
  const chapters = [...table.chapters, outcome.done];
  const agreement = agreementOf(table, event);
  const agreements = agreement ? [...state.agreements, agreement] : state.agreements;
  const first = outcome.first ?? table.first;
  const nextStage = state.guide.stages[table.stage + 1];
  if (!nextStage) {
    const end = { how: "completed", at: event.at, words: null } as const;
    return ended({ ...state, table: { ...table, chapters, first }, agreements }, end);
  }
  const inner = beginStage(nextStage, { first, favoured: state.favoured });
  const nextTable = { stage: table.stage + 1, inner, first, chapters };
  return stepped({ ...state, table: nextTable, past: pastOf(state), agreements }, event.at);
};

/**
 * What *go back* returns to: the step at hand as it was when it began. Within a step the table may have changed already (one
 * has written, the other not yet), so the fresh one is kept from the moment the step began.
 */
const pastOf = (state: CheckInState): CheckInState["past"] => ({ table: state.stepTable, past: state.past });

/** Promise 7: two yeses, this event being the second. */
const agreementOf = ({ inner }: Table, event: CheckInEvent & { seat: Seat }): Agreement | null => {
  if (inner.kind !== "request" || event.type !== "settled" || !event.keep) return null;
  const { request, answer, keeps } = inner;
  if (!request || !answer || keeps[otherSeat(event.seat)] !== true) return null;
  return { id: request.commandId, request, answer: answer.writing, agreedAt: event.at, retiredAt: null };
};
