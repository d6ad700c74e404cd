import { useCallback, useEffect, useRef, useState } from "react";
import type { Line } from "@/lib/history/line";
import { mergeLines } from "@/lib/history/merge-lines";
import type { CoupleId } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { fetchPage, type PageRefusal } from "./fetch-page";

type FirstPage = { checkIns: readonly Line[]; next: string | null; isEarlier: boolean };
type Lines = { lines: readonly Line[]; next: string | null };

/** What was loaded lives as long as the tab, so that whoever comes back from a check-in finds the list as they left it. */
const remembered = new Map<CoupleId, Lines>();

/** The list as far as it was read: the page that the server drew, and those that were fetched after it. */
export const useLines = (coupleId: CoupleId, { checkIns, next, isEarlier }: FirstPage) => {
  const [known, setKnown] = useState<Lines>(() =>
    startWith(isEarlier ? undefined : remembered.get(coupleId), checkIns, next),
  );
  const [refusal, setRefusal] = useState<PageRefusal | null>(null);
  const [isLoading, setLoading] = useState(false);
  const busy = useRef(false);

  // The server drew its page anew: something is new, changed or gone.
  const drawn = useRef(checkIns);
  useEffect(() => {
    if (drawn.current === checkIns) return;
    drawn.current = checkIns;
    setKnown((before) => startWith(before, checkIns, next));
  }, [checkIns, next]);

  useEffect(() => {
    if (!isEarlier) remembered.set(coupleId, known);
  }, [coupleId, isEarlier, known]);

  const loadMore = useCallback(async (): Promise<number> => {
    if (busy.current || known.next === null) return 0;
    busy.current = true;
    setLoading(true);
    setRefusal(null);
    const page = await fetchLines(known.next);
    busy.current = false;
    setLoading(false);
    if (!page.ok) {
      setRefusal(page.refusal);
      return 0;
    }
    const { checkIns: further, next: after } = page.value;
    setKnown((before) => ({
      lines: mergeLines(before.lines, further, { isFirst: false, isLast: after === null }),
      next: after,
    }));
    return further.length;
  }, [known.next]);

  return { ...known, refusal, isLoading, loadMore };
};

/** How a page is read is loaded with the first that is asked for. */
const fetchLines = (before: string) =>
  import("@/lib/history/line").then(
    ({ linesPageSchema }) => fetchPage("/read/lines", before, linesPageSchema),
    () => refuse("offline"),
  );

/** The first page with what is known to follow it; where the two do not meet, what lies between is not known. */
const startWith = (before: Lines | undefined, page: readonly Line[], next: string | null): Lines => {
  const last = page.at(-1);
  const meets =
    before && last && before.lines.some(({ checkInId }) => page.some((line) => line.checkInId === checkInId));
  if (!meets || before.lines.length <= page.length) return { lines: page, next };
  return {
    lines: mergeLines(before.lines, page, { isFirst: true, isLast: next === null }),
    next: next === null ? null : before.next,
  };
};
