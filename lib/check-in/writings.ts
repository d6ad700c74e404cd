import type { CheckInRecord, RecordedChapter } from "./record";
import type { Writing } from "./state";

/** All that was written in a chapter, in the order in which it was said. What was passed over is not in it. */
export const writingsOf = (chapter: RecordedChapter): readonly Writing[] => {
  switch (chapter.kind) {
    case "reveal":
      return present([chapter.written.A, chapter.written.B]);
    case "turn":
      return present([
        ...chapter.exchanges.flatMap(({ pieces, reflection, added }) => [...pieces, reflection, added]),
        chapter.empathy,
      ]);
    case "request":
      return present([chapter.request, chapter.answer?.writing]);
    default:
      return [];
  }
};

/** One's own of a record. */
export const ownWritings = ({ chapters, seat }: CheckInRecord): readonly Writing[] =>
  chapters.flatMap(writingsOf).filter((writing) => writing.seat === seat);

const present = (writings: readonly (Writing | null | undefined)[]): readonly Writing[] =>
  writings.filter((writing) => writing !== null && writing !== undefined);
