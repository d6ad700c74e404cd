import { type AddNote, mostNotes, type NoteRefusal, type RemoveNote } from "@/lib/reading/marginalia";
import { ok, type Result, refuse } from "@/lib/result";
import type { FormerPartnership } from "@/server/couples/former";
import type { Partnership } from "@/server/couples/service";
import { tellHome } from "@/server/couples/tell-home";
import {
  countNotes,
  deleteNote,
  findNote,
  insertNote,
  inTransaction,
  listPeople,
  lockCheckIn,
  lockPastCheckIn,
} from "@/server/reading/repository";

/**
 * Writes a note into the margin of a check-in that has ended. The same `noteId` again changes nothing and is answered alike.
 *
 * @throws when the database cannot be reached; the same note again is safe
 */
export async function addNote(
  partnership: Partnership,
  { noteId, checkInId, page, words }: AddNote,
): Promise<Result<null, NoteRefusal>> {
  const { coupleId, seat } = partnership;
  const added = await inTransaction(async (tx): Promise<Result<null, NoteRefusal>> => {
    const standing = await lockCheckIn(tx, partnership, checkInId);
    if (standing === null) return refuse("notAParticipant");
    if (standing === "running") return refuse("stillRunning");
    const before = await findNote(tx, coupleId, noteId);
    if (before) return before.seat === seat && before.checkInId === checkInId ? ok(null) : refuse("notYours");
    if ((await countNotes(tx, coupleId, checkInId)) >= mostNotes) return refuse("tooManyNotes");
    const note = { id: noteId, coupleId, checkInId, page, seat, words, at: new Date() };
    // An id of another couple's note is told like one that nobody may use.
    return (await insertNote(tx, note)) ? ok(null) : refuse("notYours");
  });
  if (added.ok) tellBoth(partnership);
  return added;
}

/** Its author alone takes a note away, linked still or not any more; one that is gone already stays gone. */
export async function removeNote(
  author: Partnership | FormerPartnership,
  { checkInId, noteId }: RemoveNote,
): Promise<Result<null, NoteRefusal>> {
  const { coupleId, seat } = author;
  const removed = await inTransaction(async (tx): Promise<Result<null, NoteRefusal>> => {
    if (!(await lockPastCheckIn(tx, author, checkInId))) return refuse("notAParticipant");
    const note = await findNote(tx, coupleId, noteId);
    if (note === null) return ok(null);
    if (note.seat !== seat || note.checkInId !== checkInId) return refuse("notYours");
    await deleteNote(tx, coupleId, noteId, seat);
    return ok(null);
  });
  if (removed.ok) tellHome(await listPeople(coupleId));
  return removed;
}

/** Pages of both that are open read themselves again. */
export const tellBoth = ({ personId, other }: Partnership): void => tellHome([personId, other.personId]);
