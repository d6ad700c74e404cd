import { describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import { mostNotes } from "@/lib/reading/marginalia";
import { act, addCheckIn, newCommandId } from "@/server/check-ins/test-kit";
import { listFormerPartnerships } from "@/server/couples/former";
import { unlink } from "@/server/couples/service";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { answerCaption, offerCaption, removeCaption } from "@/server/reading/captions";
import { addNote, removeNote } from "@/server/reading/notes";
import { refuseWriting } from "@/server/reading/read-only";
import { findMarginalia } from "@/server/reading/service";

openTestDatabase();

const done = { ok: true, value: null };
const refused = (refusal: string) => ({ ok: false, refusal });

const endedCheckIn = async () => {
  const checkIn = await addCheckIn();
  await act(checkIn.a, checkIn.checkInId, { type: "endKindly", words: null });
  const { a, checkInId } = checkIn;
  const noteOf = (mark: string | number, page = "0-warm") => ({
    checkInId,
    noteId: newCommandId(),
    page,
    words: sealedOf(mark),
  });
  const offerOf = (mark: string) => ({ checkInId, offerId: newCommandId(), words: sealedOf(mark) });
  return { ...checkIn, noteOf, offerOf, read: () => findMarginalia(a.coupleId, checkInId) };
};

describe("a note in the margin", () => {
  it("is there for both on its page in its author's seat, once, however often it is sent", async () => {
    const { a, b, noteOf, read } = await endedCheckIn();
    const note = noteOf("mine");
    expect(await Promise.all([addNote(a, note), addNote(a, note), addNote(a, note)])).toEqual([done, done, done]);
    const second = noteOf("theirs", "1-turn");
    expect(await addNote(b, second)).toEqual(done);
    expect((await read()).notes).toMatchObject([
      { id: note.noteId, seat: "A", page: "0-warm", words: sealedOf("mine") },
      { id: second.noteId, seat: "B", page: "1-turn" },
    ]);
  });

  it("is taken away by its author alone, and taking it away twice is fine", async () => {
    const { a, b, noteOf, read, checkInId } = await endedCheckIn();
    const note = noteOf("mine");
    await addNote(a, note);
    expect(await removeNote(b, { checkInId, noteId: note.noteId })).toEqual(refused("notYours"));
    expect((await read()).notes).toHaveLength(1);
    for (const _ of [1, 2]) expect(await removeNote(a, { checkInId, noteId: note.noteId })).toEqual(done);
    expect((await read()).notes).toEqual([]);
  });

  it("has a limit for both together that no race gets past, named when it is reached", async () => {
    const { a, b, noteOf, read } = await endedCheckIn();
    for (let count = 0; count < mostNotes - 1; count++) await addNote(a, noteOf(count));
    const last = await Promise.all([addNote(a, noteOf("x")), addNote(b, noteOf("y")), addNote(b, noteOf("z"))]);
    expect(last.filter(({ ok }) => ok)).toHaveLength(1);
    expect(last.filter(({ ok }) => !ok)).toEqual([refused("tooManyNotes"), refused("tooManyNotes")]);
    expect((await read()).notes).toHaveLength(mostNotes);
  });

  it("is refused while the check-in runs, to everybody else, and after an unlink, and nothing is written", async () => {
    const running = await addCheckIn();
    const note = { checkInId: running.checkInId, noteId: newCommandId(), page: "0-warm", words: sealedOf("x") };
    expect(await addNote(running.a, note)).toEqual(refused("stillRunning"));
    const { a, b, noteOf, read } = await endedCheckIn();
    const kept = noteOf("kept");
    await addNote(a, kept);
    expect(await addNote(running.a, noteOf("stranger"))).toEqual(refused("notAParticipant"));
    expect(await addNote(running.a, { ...note, noteId: kept.noteId })).toEqual(refused("stillRunning"));
    expect(await removeNote(running.a, { checkInId: kept.checkInId, noteId: kept.noteId })).toEqual(
      refused("notAParticipant"),
    );
    await unlink(b);
    expect(await addNote(a, noteOf("late"))).toEqual(refused("notAParticipant"));
    expect((await read()).notes).toHaveLength(1);
  });

  it("can be taken away by its author when the couple has ended, and by nobody else", async () => {
    const { a, b, noteOf, read, checkInId } = await endedCheckIn();
    const note = noteOf("mine");
    await addNote(a, note);
    await unlink(b);
    const [mine] = await listFormerPartnerships(a.personId);
    const [theirs] = await listFormerPartnerships(b.personId);
    if (!mine || !theirs) throw new Error("nobody has left");
    expect(await removeNote(theirs, { checkInId, noteId: note.noteId })).toEqual(refused("notYours"));
    const stranger = await endedCheckIn();
    await unlink(stranger.b);
    const [elsewhere] = await listFormerPartnerships(stranger.a.personId);
    if (!elsewhere) throw new Error("nobody has left");
    expect(await removeNote(elsewhere, { checkInId, noteId: note.noteId })).toEqual(refused("notAParticipant"));
    expect((await read()).notes).toHaveLength(1);
    expect(await removeNote(mine, { checkInId, noteId: note.noteId })).toEqual(done);
    expect((await read()).notes).toEqual([]);
  });

  it("is told to be read only to those whose check-in it was, while both read it, and to nobody else", async () => {
    const { a, b, checkInId } = await endedCheckIn();
    const stranger = await endedCheckIn();
    await unlink(stranger.b);
    const now = new Date();
    expect(await refuseWriting(a.personId, checkInId, now)).toEqual(refused("notAParticipant"));
    await unlink(b);
    for (const { personId } of [a, b])
      expect(await refuseWriting(personId, checkInId, now)).toEqual(refused("readOnly"));
    const later = new Date(now.getTime() + 31 * 24 * 3_600_000);
    expect(await refuseWriting(a.personId, checkInId, later)).toEqual(refused("notAParticipant"));
    expect(await refuseWriting(stranger.a.personId, checkInId, now)).toEqual(refused("notAParticipant"));
    expect(await refuseWriting(a.personId, stranger.checkInId, now)).toEqual(refused("notAParticipant"));
  });

  it("with somebody else's id is refused and leaves theirs as it was", async () => {
    const [mine, theirs] = [await endedCheckIn(), await endedCheckIn()];
    const note = theirs.noteOf("theirs");
    await addNote(theirs.a, note);
    expect(await addNote(mine.a, { ...mine.noteOf("mine"), noteId: note.noteId })).toEqual(refused("notYours"));
    expect(await addNote(theirs.b, { ...note, words: sealedOf("other") })).toEqual(refused("notYours"));
    expect((await theirs.read()).notes).toMatchObject([{ words: sealedOf("theirs") }]);
    expect((await mine.read()).notes).toEqual([]);
  });

  it("that is no sealed value any more is still listed beside the good ones", async () => {
    const { a, noteOf, read } = await endedCheckIn();
    const torn = noteOf("torn");
    await addNote(a, torn);
    await addNote(a, noteOf("good"));
    await prisma().marginNote.update({ where: { id: torn.noteId }, data: { words: { v: 9 } } });
    expect((await read()).notes).toMatchObject([{ words: null }, { words: sealedOf("good") }]);
  });
});

describe("a caption", () => {
  it("is a line that one offers and the other says yes to; a second yes is told that it is there", async () => {
    const { a, b, offerOf, read, checkInId } = await endedCheckIn();
    const offer = offerOf("line");
    expect(await offerCaption(a, offer)).toEqual(done);
    expect(await offerCaption(a, offer)).toEqual(done);
    expect((await read()).caption).toMatchObject({ agreed: null, offered: { id: offer.offerId, seat: "A" } });
    const yes = { checkInId, offerId: offer.offerId, yes: true };
    expect(await answerCaption(a, yes)).toEqual(refused("ownOffer"));
    const answers = await Promise.all([answerCaption(b, yes), answerCaption(b, yes)]);
    expect(answers).toContainEqual(done);
    expect(answers).toContainEqual(refused("alreadyAgreed"));
    expect((await read()).caption).toMatchObject({ offered: null, agreed: { id: offer.offerId, words: offer.words } });
    expect(await offerCaption(a, offer)).toEqual(done);
    expect((await read()).caption.offered).toBeNull();
  });

  it("offered by both at the same moment is one offer, and the other one is told that an answer is waited for", async () => {
    const { a, b, offerOf, read } = await endedCheckIn();
    const [mine, theirs] = [offerOf("mine"), offerOf("theirs")];
    const answers = await Promise.all([offerCaption(a, mine), offerCaption(b, theirs)]);
    expect(answers).toContainEqual(done);
    expect(answers).toContainEqual(refused("offerWaits"));
    const offered = (await read()).caption.offered;
    expect(offered?.id).toBe(answers[0].ok ? mine.offerId : theirs.offerId);
  });

  it("a yes to an offer that changed meanwhile makes nothing, whoever was faster", async () => {
    for (let round = 0; round < 8; round++) {
      const { a, b, offerOf, read, checkInId } = await endedCheckIn();
      const [older, newer] = [offerOf("older"), offerOf("newer")];
      await offerCaption(a, older);
      const [answer] = await Promise.all([
        answerCaption(b, { checkInId, offerId: older.offerId, yes: true }),
        offerCaption(a, newer),
      ]);
      const { agreed, offered } = (await read()).caption;
      expect(offered?.id).toBe(newer.offerId);
      if (answer.ok) expect(agreed?.id).toBe(older.offerId);
      else expect([answer.refusal, agreed]).toEqual(["offerChanged", null]);
    }
  });

  it("not now, or taken back by its author, lets the offer go, and a yes after that finds it gone", async () => {
    const { a, b, offerOf, read, checkInId } = await endedCheckIn();
    for (const seat of [a, b]) {
      const offer = offerOf("line");
      await offerCaption(a, offer);
      expect(await answerCaption(seat, { checkInId, offerId: offer.offerId, yes: false })).toEqual(done);
      expect(await answerCaption(b, { checkInId, offerId: offer.offerId, yes: true })).toEqual(refused("offerChanged"));
    }
    expect((await read()).caption).toEqual({ agreed: null, offered: null });
  });

  it("stands until there is a yes to a new one, and either lets it go alone", async () => {
    const { a, b, offerOf, read, checkInId } = await endedCheckIn();
    const [first, second] = [offerOf("first"), offerOf("second")];
    await offerCaption(a, first);
    await answerCaption(b, { checkInId, offerId: first.offerId, yes: true });
    await offerCaption(b, second);
    expect((await read()).caption).toMatchObject({ agreed: { id: first.offerId }, offered: { id: second.offerId } });
    await answerCaption(a, { checkInId, offerId: second.offerId, yes: true });
    expect(await removeCaption(a, { checkInId, captionId: first.offerId })).toEqual(refused("captionChanged"));
    for (const _ of [1, 2]) expect(await removeCaption(a, { checkInId, captionId: second.offerId })).toEqual(done);
    expect((await read()).caption.agreed).toBeNull();
  });

  it("is nobody else's, not while it runs and not after an unlink", async () => {
    const { a, b, offerOf, checkInId, read } = await endedCheckIn();
    const other = await addCheckIn();
    const offer = offerOf("line");
    await offerCaption(a, offer);
    const yes = { checkInId, offerId: offer.offerId, yes: true };
    expect(await answerCaption(other.a, yes)).toEqual(refused("notAParticipant"));
    expect(await offerCaption(other.a, offer)).toEqual(refused("notAParticipant"));
    expect(await offerCaption(other.a, { ...offer, checkInId: other.checkInId })).toEqual(refused("stillRunning"));
    const [answer] = await Promise.all([answerCaption(b, yes), unlink(a)]);
    const { agreed } = (await read()).caption;
    expect(answer.ok).toBe(agreed !== null);
    expect(await answerCaption(b, yes)).toEqual(refused("notAParticipant"));
  });
});
