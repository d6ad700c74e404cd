import type { CheckInRecord, RecordedChapter } from "@/lib/check-in/record";

export type LetterPage =
  | (Extract<RecordedChapter, { kind: "reveal" | "turn" | "request" }> & { id: string })
  | { id: string; kind: "agreements" };

/** The pages of a check-in, in the order in which they were lived. Where nothing was left behind there is no page. */
export const letterPages = ({ chapters, agreements }: CheckInRecord): LetterPage[] => {
  const lived = chapters.flatMap((chapter, index): LetterPage[] => {
    if (chapter.kind === "gather" || chapter.kind === "choose" || isEmpty(chapter)) return [];
    return [{ ...chapter, id: `${index}-${chapter.stageId}` }];
  });
  return agreements.length === 0 ? lived : [...lived, { id: "agreements", kind: "agreements" }];
};

const isEmpty = (chapter: Extract<RecordedChapter, { kind: "reveal" | "turn" | "request" }>): boolean => {
  switch (chapter.kind) {
    case "reveal":
      return !chapter.written.A && !chapter.written.B;
    case "turn":
      return chapter.exchanges.length === 0 && !chapter.empathy && !chapter.parked;
    case "request":
      return !chapter.request;
  }
};
