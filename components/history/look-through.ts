import type { Line } from "@/lib/history/line";
import type { OpenedWriting } from "@/lib/history/opened";
import type { SealedCheckIn, WordsPage } from "@/lib/history/sealed-words";
import { fitsLine, fitsWords, needsWords, type Snippet, type Sought } from "@/lib/history/seek";
import type { Result } from "@/lib/result";
import type { PageRefusal } from "./fetch-page";
import type { OpenedCheckIn } from "./open-all";

export type FoundLine = { line: Line; snippet: Snippet | null };
/** What came of some more check-ins. `total`: how many there are; null while nobody knows. */
export type Looked = { looked: number; shut: number; total: number | null; found: readonly FoundLine[] };
export type LookEnd = { how: "done" } | { how: "refused"; refusal: PageRefusal };

export type LookOptions = {
  sought: Sought;
  /** A page of the list with its sealed words; the next one is asked for while this one is opened. */
  fetchPage(before: string | null): Promise<Result<WordsPage, PageRefusal>>;
  open(checkIn: SealedCheckIn): Promise<OpenedCheckIn>;
  report(looked: Looked): void;
  /** A breath between slices, for whoever shares this thread. */
  rest(): Promise<void>;
};

/** So many are opened before the next report. */
const slice = 25;

/** Looks through all check-ins, newest first, and tells of what it finds as it goes. One that can't be opened stops nothing. */
export async function lookThrough({ sought, fetchPage, open, report, rest }: LookOptions): Promise<LookEnd> {
  let total: number | null = null;
  let coming: Promise<Result<WordsPage, PageRefusal>> | null = fetchPage(null);
  while (coming) {
    const page: Result<WordsPage, PageRefusal> = await coming;
    if (!page.ok) return { how: "refused", refusal: page.refusal };
    const read: WordsPage = page.value;
    const { checkIns, next } = read;
    total = read.total ?? total;
    coming = next === null ? null : fetchPage(next);
    for (let first = 0; first < checkIns.length; first += slice) {
      const some = checkIns.slice(first, first + slice);
      const opened = await Promise.all(some.map((checkIn) => lookInto(checkIn, sought, open)));
      report({
        looked: some.length,
        shut: opened.filter(({ isShut }) => isShut).length,
        total,
        found: opened.flatMap(({ found }) => found ?? []),
      });
      await rest();
    }
  }
  return { how: "done" };
}

async function lookInto(checkIn: SealedCheckIn, sought: Sought, open: LookOptions["open"]) {
  const { writings, ...line } = checkIn;
  if (!fitsLine(sought, line)) return { isShut: false, found: null };
  if (!needsWords(sought)) return { isShut: false, found: { line, snippet: null } };
  const opened = await open(checkIn);
  const fits = fitsWords(sought, opened.writings satisfies OpenedWriting[]);
  return { isShut: opened.isShut, found: fits && { line, snippet: fits.snippet } };
}
