import { setImmediate } from "node:timers/promises";
import { recordFor } from "@/lib/check-in/record";
import { findGuide } from "@/lib/guides/find-guide";
import type { Line, LinesPage } from "@/lib/history/line";
import { type SealedCheckIn, type WordsPage, writingsOf } from "@/lib/history/sealed-words";
import type { CoupleId, Seat } from "@/lib/ids";
import { eventOfRow } from "@/server/check-ins/event-row";
import { foldLog } from "@/server/check-ins/folding";
import { listEnded } from "@/server/check-ins/service";
import type { FormerPartnership } from "@/server/couples/former";
import type { Partnership } from "@/server/couples/service";
import { type Cursor, cursorOf } from "@/server/history/cursor";
import * as repository from "@/server/history/repository";
import { log } from "@/server/log";

/**
 * Check-ins that have ended, newest first, one page.
 *
 * @throws when the database cannot be reached
 */
export async function listLines(
  partnership: Partnership | FormerPartnership,
  after: Cursor | null,
  limit: number,
): Promise<LinesPage> {
  const rows = await listEnded(partnership, after, limit + 1);
  const checkIns = rows.slice(0, limit).map(
    ({ id, guideId, guideVersion, status, tookAPause, createdAt, endedAt }): Line => ({
      checkInId: id,
      guideId,
      status,
      tookAPause,
      title: findGuide(guideId, guideVersion)?.title ?? guideId,
      openedAt: createdAt.getTime(),
      endedAt: endedAt?.getTime() ?? null,
    }),
  );
  const last = checkIns.at(-1);
  return { checkIns, next: rows.length > limit && last ? cursorOf(last) : null };
}

/** What may be asked of a page of words: everything, or what feelings and topics are in. */
export type Part = "all" | "chips";
const chips: ReadonlySet<string> = new Set(["piece", "feelings", "close"]);
/** So many logs are read from the database at once. */
const readAtOnce = 50;
/** Nobody counts further than this. */
const mostCounted = 20_000;

/**
 * The sealed words of one page of the list, as its reader may see them: the other's half of what was never opened together is
 * not in it, and no attempt is.
 */
export async function listWords(
  partnership: Partnership,
  after: Cursor | null,
  limit: number,
  part: Part,
): Promise<WordsPage> {
  const { coupleId, seat } = partnership;
  const [{ checkIns, next }, counted] = await Promise.all([
    listLines(partnership, after, limit),
    after ? null : repository.countEnded(coupleId, mostCounted),
  ]);
  const withWords: SealedCheckIn[] = [];
  let coming = readLogs(coupleId, checkIns.slice(0, readAtOnce));
  for (let first = 0; first < checkIns.length; first += readAtOnce) {
    const logs = await coming;
    // The next ones are on their way while these are folded.
    const after = first + readAtOnce;
    if (after < checkIns.length) coming = readLogs(coupleId, checkIns.slice(after, after + readAtOnce));
    for (const [index, line] of checkIns.slice(first, after).entries()) {
      // A whole page of logs would keep everybody's rooms waiting for as long as it takes to fold them.
      if (index % 5 === 4) await setImmediate();
      withWords.push({ ...line, writings: writingsIn(logs.get(line.checkInId) ?? [], seat, part) });
    }
  }
  return { checkIns: withWords, next, total: counted === mostCounted ? null : counted };
}

/** The logs of these check-ins, by their ids. */
async function readLogs(coupleId: CoupleId, checkIns: readonly Line[]): Promise<Map<string, repository.LogRow[]>> {
  const ids = checkIns.map(({ checkInId }) => checkInId);
  const logs = new Map<string, repository.LogRow[]>(ids.map((id) => [id, []]));
  for (const row of await repository.listLogRows(coupleId, ids)) logs.get(row.checkInId)?.push(row);
  return logs;
}

/** Null for a log that can't be read: the others are still to be had. */
const writingsIn = (rows: readonly repository.LogRow[], seat: Seat, part: Part): SealedCheckIn["writings"] => {
  try {
    const state = foldLog(rows.map((row) => ({ seq: row.seq, event: eventOfRow(row) })));
    return writingsOf(recordFor(state, seat))
      .filter(({ words, kind }) => words !== null && (part === "all" || chips.has(kind)))
      .map(({ seat, kind, commandId, words }) => ({ seat, kind, commandId, words }));
  } catch (err) {
    log.error({ err, checkInId: rows[0]?.checkInId, kind: "read" }, "a log could not be read");
    return null;
  }
};

/** Whether at least so many check-ins were held to the end. @throws when the database cannot be reached */
export const hasEnoughCompleted = ({ coupleId }: Partnership, least: number): Promise<boolean> =>
  repository.hasCompleted(coupleId, least);
