import { type CoupleId, checkInIdSchema, type Seat } from "@/lib/ids";
import type { OwnBeside, OwnLane, OwnLine } from "@/lib/reading/taken-along";
import { laneOf } from "@/server/reading/loop";
import { listLanes } from "@/server/reading/loop-repository";
import { type CaptionRow, listCaptionsOf, listNotesOf, type NoteRow } from "@/server/reading/repository";
import { lineOf } from "@/server/reading/service";

type Author = { coupleId: CoupleId; seat: Seat };

/** What this seat wrote beside these check-ins; of one without any there is nothing. Whoever calls has asked who reads. */
export async function listOwnBeside(author: Author, checkInIds: readonly string[]): Promise<OwnBeside[]> {
  const [notes, captions] = await Promise.all([listNotesOf(author, checkInIds), listCaptionsOf(author, checkInIds)]);
  return checkInIds.flatMap((id) => {
    const own = notes.flatMap((row) => (row.checkInId === id ? noteOf(row) : []));
    const lines = captions.flatMap((row) => (row.checkInId === id ? linesOf(row, author.seat) : []));
    return own.length + lines.length === 0 ? [] : [{ checkInId: checkInIdSchema.parse(id), notes: own, lines }];
  });
}

/** This seat's own side of the loop; null while it is empty. */
export async function findOwnLane({ coupleId, seat }: Author): Promise<OwnLane | null> {
  const row = (await listLanes(coupleId)).find((lane) => lane.seat === seat);
  const lane = laneOf(row);
  return row && lane ? { ...lane, changedAt: row.changedAt.getTime() } : null;
}

const noteOf = ({ id, page, seat, words, at }: NoteRow) => {
  const line = lineOf(id, seat, words);
  return line ? [{ ...line, page, at: at.getTime() }] : [];
};

const linesOf = (row: CaptionRow, seat: Seat): OwnLine[] => {
  const agreed = lineOf(row.wordsId, row.wordsBy, row.words);
  const offered = lineOf(row.offeredId, row.offeredBy, row.offered);
  return [
    ...(agreed ? [{ ...agreed, agreedAt: row.agreedAt?.getTime() ?? null }] : []),
    ...(offered ? [{ ...offered, agreedAt: null }] : []),
  ].filter((line) => line.seat === seat);
};
