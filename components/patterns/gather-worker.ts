import { fetchPage, type PageRefusal } from "@/components/history/fetch-page";
import { openAll } from "@/components/history/open-all";
import { type WordsPage, wordsPageSchema } from "@/lib/history/sealed-words";
import type { CoupleId } from "@/lib/ids";
import { type Chips, chipsOf } from "@/lib/patterns/chips";
import { mostCheckIns, type Patterns, patternsOf } from "@/lib/patterns/patterns";
import type { Result } from "@/lib/result";

export type GatherRequest = { coupleId: CoupleId; coupleKey: CryptoKey };
export type GatherReport =
  | { state: "looking"; looked: number; total: number | null }
  | { state: "done"; patterns: Patterns; shut: number; openedInMs: number }
  | { state: "refused"; refusal: PageRefusal };

const tell = (report: GatherReport) => postMessage(report);

/** Opens the chips of the newest check-ins and counts, all in this thread; only the counts leave it. */
const gather = async ({ coupleId, coupleKey }: GatherRequest): Promise<GatherReport> => {
  const read = (before: string | null) => fetchPage("/read/words?part=chips", before, wordsPageSchema);
  const chips: Chips[] = [];
  let shut = 0;
  let total: number | null = null;
  let openedInMs = 0;
  let coming: Promise<Result<WordsPage, PageRefusal>> | null = read(null);
  while (coming) {
    const page: Result<WordsPage, PageRefusal> = await coming;
    if (!page.ok) return { state: "refused", refusal: page.refusal };
    const { checkIns, next, total: counted }: WordsPage = page.value;
    total = counted ?? total;
    coming = next === null || chips.length + checkIns.length >= mostCheckIns ? null : read(next);
    const begun = performance.now();
    const opened = await Promise.all(checkIns.map((checkIn) => openAll(coupleKey, coupleId, checkIn)));
    chips.push(...opened.map(({ writings }) => chipsOf(writings)));
    openedInMs += performance.now() - begun;
    shut += opened.filter(({ isShut }) => isShut).length;
    tell({ state: "looking", looked: chips.length, total: total && Math.min(total, mostCheckIns) });
  }
  return { state: "done", patterns: patternsOf(chips.slice(0, mostCheckIns)), shut, openedInMs };
};

addEventListener("message", async ({ data }: MessageEvent<GatherRequest>) => {
  tell(await gather(data).catch((): GatherReport => ({ state: "refused", refusal: "unavailable" })));
});
