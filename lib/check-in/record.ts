import type { Seat } from "@/lib/ids";
import { type BySeat, type Chapter, type CheckInState, statusOf, type Writing } from "./state";

export type RecordedChapter = Chapter & { title: string };

/**
 * A check-in to read again, for one seat. Who paused, passed or ended it is not in it, nor how many tries a reflection
 * took; a reveal that never opened shows each their own half alone (promise 6).
 */
export const recordFor = (state: CheckInState, seat: Seat) => {
  const unfinished = state.end?.how === "completed" ? [] : unfinishedChapter(state, seat);
  const titleOf = (id: string) => state.guide.stages.find((stage) => stage.id === id)?.title ?? "";
  return {
    checkInId: state.checkInId,
    guideId: state.guide.id,
    guideVersion: state.guide.version,
    title: state.guide.title,
    mode: state.mode,
    seat,
    status: statusOf(state),
    openedAt: state.openedAt,
    endedAt: state.end?.at ?? null,
    tookAPause: state.tookAPause,
    chapters: [...state.table.chapters, ...unfinished].map(
      (chapter): RecordedChapter => ({ ...chapter, title: titleOf(chapter.stageId) }),
    ),
    agreements: state.agreements,
  };
};
export type CheckInRecord = ReturnType<typeof recordFor>;

/** What had been said in the stage during which it ended. */
const unfinishedChapter = (state: CheckInState, seat: Seat): readonly Chapter[] => {
  const stage = state.guide.stages[state.table.stage];
  const { inner } = state.table;
  if (!stage) return [];
  const stageId = stage.id;
  switch (inner.kind) {
    case "turn": {
      const { speaker, exchanges, empathy } = inner;
      return [{ stageId, kind: "turn", speaker, exchanges, empathy, parked: false }];
    }
    case "request":
      return [{ stageId, kind: "request", asker: inner.asker, request: inner.request, answer: inner.answer }];
    case "reveal": {
      const mine: BySeat<Writing | null> = seat === "A" ? { A: inner.written.A } : { B: inner.written.B };
      return [{ stageId, kind: "reveal", written: inner.step === "read" ? inner.written : mine }];
    }
    default:
      return [];
  }
};
