import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import { archivesAtMost } from "@/lib/export/archive";
import { newCommandId } from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { addPerson } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { addParts, beginArchive, listArchives, readParts, removeArchive } from "@/server/keeping/archives";
import { findSeat } from "@/server/keeping/former";
import { listRecords } from "@/server/keeping/taking-along";
import { addBothWrote } from "@/server/keeping/test-kit";
import { answerCaption, offerCaption } from "@/server/reading/captions";
import { saveLane } from "@/server/reading/loop";
import { addNote } from "@/server/reading/notes";

openTestDatabase();

const begin = (parts = 2) => ({ archiveId: randomUUID(), sealedKey: "a sealed key", parts });
const yes = { ok: true, value: null };

describe("an archive", () => {
  it("arrives in parts, also twice, and is its owner's alone", async () => {
    const [ada, lee] = [await addPerson("Ada"), await addPerson("Lee")];
    const asked = begin();
    const { archiveId } = asked;
    const words = [sealedOf("one"), sealedOf("two")];
    expect(await beginArchive(ada, asked)).toEqual(yes);
    expect(await addParts(ada, { archiveId, first: 0, words: words.slice(0, 1) })).toEqual({
      ok: true,
      value: { isLast: false },
    });
    expect(await listArchives(ada)).toMatchObject([{ id: archiveId, isWhole: false }]);
    expect(await beginArchive(ada, asked)).toEqual(yes);
    expect(await addParts(ada, { archiveId, first: 0, words })).toEqual({ ok: true, value: { isLast: true } });
    expect(await listArchives(ada)).toMatchObject([{ id: archiveId, isWhole: true }]);
    const read = await readParts(ada, archiveId, 1);
    expect(read).toMatchObject({ ok: true, value: { parts: 2, words: [{ part: 1, words: words[1] }] } });
    const notFound = { ok: false, refusal: "notFound" };
    expect(await readParts(lee, archiveId, 0)).toEqual(notFound);
    expect(await addParts(lee, { archiveId, first: 0, words })).toEqual(notFound);
    expect(await beginArchive(lee, asked)).toEqual(notFound);
    expect(await removeArchive(lee, archiveId)).toEqual(notFound);
    expect(await listArchives(lee)).toEqual([]);
    expect(await removeArchive(ada, archiveId)).toEqual(yes);
    expect(await prisma().archivePart.count({ where: { archiveId } })).toBe(0);
  });

  it("takes no more parts than were announced, and no more archives than there is room for, however many at once", async () => {
    const ada = await addPerson("Ada");
    const asked = begin(1);
    await beginArchive(ada, asked);
    const tooMany = { archiveId: asked.archiveId, first: 0, words: [sealedOf("one"), sealedOf("two")] };
    expect(await addParts(ada, tooMany)).toEqual({ ok: false, refusal: "invalid" });
    const answers = await Promise.all(Array.from({ length: 8 }, () => beginArchive(ada, begin())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(archivesAtMost - 1);
  });
});

describe("what is taken along", () => {
  it("comes page by page to either of the two, linked or not any more, and to nobody else", async () => {
    const table = await addBothWrote();
    const stranger = await addPerson("Ada");
    const { coupleId } = table.a;
    const read = async (personId: typeof stranger.personId) => {
      const seat = await findSeat(personId, coupleId);
      return seat && listRecords(seat, null);
    };
    expect(await read(stranger.personId)).toBeNull();
    expect(await read(table.mara.personId)).toMatchObject({
      value: { records: [{ checkInId: table.checkInId, seat: "A" }], unreadable: 0, next: null },
    });
    await unlink(table.a);
    expect(await read(table.sam.personId)).toMatchObject({ value: { records: [{ seat: "B" }] } });
    await prisma().couple.update({ where: { id: coupleId }, data: { unlinkedAt: new Date(0) } });
    const after = JSON.stringify(await read(table.sam.personId));
    expect(after).toContain(`creflection-b-${table.checkInId}`);
    expect(after).not.toContain(`cpiece-a-${table.checkInId}`);
  });

  it("brings what the reader wrote beside it and their side of the loop, until 30 days after an unlink", async () => {
    const { a, b, mara, checkInId } = await addBothWrote();
    const noteOf = (mark: string) => ({ checkInId, noteId: newCommandId(), page: "0-warm", words: sealedOf(mark) });
    await addNote(a, noteOf("note-a"));
    await addNote(b, noteOf("note-b"));
    const offerId = newCommandId();
    await offerCaption(a, { checkInId, offerId, words: sealedOf("line-a") });
    await answerCaption(b, { checkInId, offerId, yes: true });
    await offerCaption(b, { checkInId, offerId: newCommandId(), words: sealedOf("line-b") });
    for (const [seat, mark] of [
      [a, "lane-a"],
      [b, "lane-b"],
    ] as const) {
      await saveLane(seat, { wordsId: newCommandId(), version: 0, words: sealedOf(mark) });
    }
    const own = {
      beside: [
        {
          checkInId,
          notes: [{ seat: "A", page: "0-warm", words: sealedOf("note-a") }],
          lines: [{ seat: "A", words: sealedOf("line-a"), agreedAt: expect.any(Number) }],
        },
      ],
      lane: { seat: "A", words: sealedOf("lane-a"), changedAt: expect.any(Number) },
    };
    const first = await listRecords(a, null);
    expect(first).toMatchObject({ value: own });
    expect(JSON.stringify(first)).not.toMatch(/c(note|line|lane)-b/);
    const theirs = await listRecords(b, null);
    expect(theirs).toMatchObject({ value: { beside: [{ lines: [{ words: sealedOf("line-b"), agreedAt: null }] }] } });
    expect(JSON.stringify(theirs)).not.toMatch(/c(note|line|lane)-a/);
    await unlink(a);
    const readFormer = async () => {
      const former = await findSeat(mara.personId, a.coupleId);
      return former && listRecords(former, null);
    };
    expect(await readFormer()).toMatchObject({ value: own });
    await prisma().couple.update({ where: { id: a.coupleId }, data: { unlinkedAt: new Date(0) } });
    expect(await readFormer()).toMatchObject({ value: { records: [{ checkInId }], beside: [], lane: null } });
  });

  it("leaves out one log that is broken, counts it, and gives the rest", async () => {
    const table = await addBothWrote();
    await prisma().checkInEvent.update({
      where: { coupleId_checkInId_seq: { coupleId: table.a.coupleId, checkInId: table.checkInId, seq: 2 } },
      data: { type: "never heard of" },
    });
    expect(await listRecords(table.a, null)).toMatchObject({ ok: true, value: { records: [], unreadable: 1 } });
  });
});
