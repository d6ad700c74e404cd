import { openCoupleKey } from "@/components/auth/couple-key-here";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import { createOpener } from "@/components/check-in/create-opener";
import type { Opener } from "@/components/check-in/opener";
import { type Action, ask } from "@/components/join/ask";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { CoupleId } from "@/lib/ids";
import type { OwnBeside, OwnLane } from "@/lib/reading/taken-along";

type Cursor = { createdAt: number; id: string };
type Page = {
  records: CheckInRecord[];
  beside: OwnBeside[];
  /** With the first page of a couple. */
  lane: OwnLane | null;
  unreadable: number;
  next: Cursor | null;
};
export type NextRecords = Action<{ coupleId: CoupleId; after: Cursor | null }, Page>;

/** A couple that words are collected of: the one of now, or one from before. */
export type Chapter = { coupleId: CoupleId; otherName: string | null };

/** `stopped`: by the one who waits. The rest is why a page did not come; what was collected is kept. */
export type CollectRefusal = "stopped" | "signedOut" | "offline" | "unavailable";

/** Where a collection stands; going on from here asks for nothing twice. */
export type Standing<T, L> = {
  chapter: number;
  after: Cursor | null;
  entries: T[];
  lanes: L[];
  unreadable: number;
  shutCouples: number;
};
export const atBeginning = <T, L>(): Standing<T, L> => ({
  chapter: 0,
  after: null,
  entries: [],
  lanes: [],
  unreadable: 0,
  shutCouples: 0,
});

type Ways<T, L> = {
  chapters: readonly Chapter[];
  nextRecords: NextRecords;
  loadOwnKeys: LoadOwnKeys;
  each: (record: CheckInRecord, beside: OwnBeside | null, chapter: Chapter, opener: Opener) => Promise<T>;
  lane: (lane: OwnLane, chapter: Chapter, coupleKey: CryptoKey) => Promise<L>;
  onProgress: (count: number) => void;
  signal: AbortSignal;
};

/**
 * Goes through all check-ins, page by page, and opens each on this device with what was written beside it. `standing` is carried forward in place, so that after
 * a line that broke it goes on where it was.
 */
export async function collect<T, L>(standing: Standing<T, L>, ways: Ways<T, L>): Promise<"done" | CollectRefusal> {
  const { chapters, nextRecords, loadOwnKeys, each, onProgress, signal } = ways;
  for (; standing.chapter < chapters.length; standing.chapter += 1) {
    const chapter = chapters[standing.chapter];
    if (!chapter) break;
    const { coupleId } = chapter;
    const opened = await openCoupleKey(coupleId, loadOwnKeys).catch(() => ({ state: "unreachable" }) as const);
    if (opened.state === "unreachable") return navigator.onLine === false ? "offline" : "unavailable";
    if (opened.state !== "ready") {
      standing.shutCouples += 1;
      continue;
    }
    for (;;) {
      if (signal.aborted) return "stopped";
      const answer = await ask(nextRecords, { coupleId, after: standing.after });
      if (!answer.ok) {
        if (answer.refusal === "notFound") break;
        if (answer.refusal === "offline" || answer.refusal === "signedOut") return answer.refusal;
        return "unavailable";
      }
      const { records, beside, lane, unreadable, next } = answer.value;
      const entries = await Promise.all(
        records.map((record) => {
          const own = beside.find(({ checkInId }) => checkInId === record.checkInId) ?? null;
          return each(record, own, chapter, createOpener(opened.value, coupleId, record.checkInId));
        }),
      );
      if (lane !== null) standing.lanes.push(await ways.lane(lane, chapter, opened.value));
      standing.entries.push(...entries);
      standing.unreadable += unreadable;
      standing.after = next;
      onProgress(standing.entries.length);
      if (next === null) break;
    }
    standing.after = null;
  }
  return "done";
}
