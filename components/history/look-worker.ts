import { linesPageSchema } from "@/lib/history/line";
import { wordsPageSchema } from "@/lib/history/sealed-words";
import { needsWords, type Sought } from "@/lib/history/seek";
import type { CoupleId } from "@/lib/ids";
import { fetchPage } from "./fetch-page";
import { type LookEnd, type Looked, lookThrough } from "./look-through";
import { openAll } from "./open-all";

/** `coupleKey`: null where nothing has to be opened. It can't be read out of here either. */
export type LookRequest = { sought: Sought; coupleId: CoupleId; coupleKey: CryptoKey | null };
export type LookReport = Looked | LookEnd;

/*
 * Fetching, parsing and opening thousands of sealed words is done here, so that no frame of the page waits for it. What was opened
 * is in this thread's memory alone and goes with it; the page is told of what was found.
 */
addEventListener("message", async ({ data: { sought, coupleId, coupleKey } }: MessageEvent<LookRequest>) => {
  const words = (before: string | null) => fetchPage("/read/words", before, wordsPageSchema);
  const lines = async (before: string | null) => {
    const page = await fetchPage("/read/lines", before, linesPageSchema);
    if (!page.ok) return page;
    const checkIns = page.value.checkIns.map((line) => ({ ...line, writings: null }));
    return { ok: true, value: { checkIns, next: page.value.next, total: null } } as const;
  };
  const end = await lookThrough({
    sought,
    fetchPage: needsWords(sought) ? words : lines,
    open: async (checkIn) => (coupleKey ? openAll(coupleKey, coupleId, checkIn) : { writings: [], isShut: true }),
    report: (looked) => postMessage(looked satisfies LookReport),
    rest: async () => undefined,
  }).catch((): LookEnd => ({ how: "refused", refusal: "unavailable" }));
  postMessage(end satisfies LookReport);
});
