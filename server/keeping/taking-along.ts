import { type CheckInRecord, recordFor } from "@/lib/check-in/record";
import { withoutWords } from "@/lib/check-in/without-words";
import type { OwnBeside, OwnLane } from "@/lib/reading/taken-along";
import { ok, type Result } from "@/lib/result";
import { foldLog } from "@/server/check-ins/folding";
import { listEnded } from "@/server/check-ins/service";
import { type FormerPartnership, isWithheld } from "@/server/couples/former";
import type { Partnership } from "@/server/couples/service";
import { readRows } from "@/server/keeping/former";
import * as repository from "@/server/keeping/repository";
import { log } from "@/server/log";
import { findOwnLane, listOwnBeside } from "@/server/reading/own-words";

const pageLength = 20;

export type RecordsCursor = { createdAt: number; id: string };
/** `beside`: what the reader wrote beside these check-ins. `lane`: their side of the loop, with the first page. */
export type RecordsPage = {
  records: CheckInRecord[];
  beside: OwnBeside[];
  lane: OwnLane | null;
  unreadable: number;
  next: RecordsCursor | null;
};

/**
 * A page of ended check-ins, sealed as they are, for the browser that makes an export or a book of them. Newest first. One log
 * that can't be folded is counted and left out beside those that can.
 *
 * @param after `next` of the page before
 */
export async function listRecords(
  reader: Partnership | FormerPartnership,
  after: RecordsCursor | null,
): Promise<Result<RecordsPage, never>> {
  const cursor = after && { createdAt: new Date(after.createdAt), id: after.id };
  const rows = await listEnded(reader, cursor, pageLength + 1);
  const shown = rows.slice(0, pageLength);
  const ids = shown.map(({ id }) => id);
  const [{ records, unreadable }, beside, lane] = await Promise.all([
    recordsOf(reader, ids),
    isShared(reader) ? listOwnBeside(reader, ids) : [],
    after === null && isShared(reader) ? findOwnLane(reader) : null,
  ]);
  const last = shown.at(-1);
  const next = rows.length > pageLength && last ? { createdAt: last.createdAt.getTime(), id: last.id } : null;
  return ok({ records, beside, lane, unreadable, next });
}

/** What lies beside the check-ins goes 30 days after an unlink, the own words in it too, whenever the nightly job comes to it. */
const isShared = (reader: Partnership | FormerPartnership): boolean =>
  !("readableUntil" in reader) || new Date() < reader.readableUntil;

/** The records of these check-ins, in their order, for whoever has or had this seat in their couple. */
export async function recordsOf(reader: Partnership | FormerPartnership, ids: readonly string[]) {
  const logs = await repository.loadLogs(reader, ids);
  const records = ids.flatMap((id) => recordOf(reader, id, logs.get(id) ?? []) ?? []);
  return { records, unreadable: ids.length - records.length };
}

function recordOf(reader: Partnership | FormerPartnership, id: string, rows: readonly repository.LogRow[]) {
  try {
    const logged = readRows(rows);
    const withheld = "readableUntil" in reader && isWithheld(reader, new Date());
    const { seat } = reader.other;
    const served = withheld
      ? logged.map(({ seq, event }) => ({ seq, event: withoutWords(event, seat, "notLeft") }))
      : logged;
    return recordFor(foldLog(served), reader.seat);
  } catch (err) {
    log.error({ err, checkInId: id, kind: "record" }, "a log could not be read");
    return null;
  }
}
