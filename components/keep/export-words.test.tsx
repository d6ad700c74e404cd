import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { z } from "zod";
import { KeysProvider } from "@/components/auth/keys-provider";
import { keepCoupleKey, startKeyStore } from "@/components/keys/key-store";
import { letterPages } from "@/components/read/letter-pages";
import { aTurn, openTable, toFirstTurn } from "@/components/read/test-kit";
import { press, renderWithWords } from "@/components/ui/test-kit";
import { recordFor } from "@/lib/check-in/record";
import { commandIdOf, sealedOf } from "@/lib/check-in/test-kit";
import { readExport } from "@/lib/export/read-export";
import type { CommandId } from "@/lib/ids";
import { contents } from "@/lib/sealing/contents";
import { seal } from "@/lib/sealing/seal";
import type { NextRecords } from "./collect";
import { ExportWords } from "./export-words";
import { isLocked, unlockFile } from "./lock-file";
import { saveFile } from "./save-file";

vi.mock("./save-file");
const saved = vi.mocked(saveFile);
beforeEach(async () => {
  saved.mockClear();
  await startKeyStore(null);
});

const besides = { beside: [], lane: null };

const show = async () => {
  const at = await openTable();
  await toFirstTurn(at);
  await aTurn(at, "A");
  await at.run("B", { type: "endKindly", words: null });
  const { coupleId } = at.table;
  await keepCoupleKey(coupleId, at.coupleKey);
  const record = recordFor(at.table.get(), "A");
  const nextRecords = vi.fn<NextRecords>(async () => ({
    ok: true,
    value: { ...besides, records: [record], unreadable: 1, next: null },
  }));
  renderWithWords(
    <KeysProvider loadOwnKeys={async () => ({ ok: false, refusal: "unavailable" })}>
      <ExportWords name="Mara" chapters={[{ coupleId, otherName: "Sam" }]} nextRecords={nextRecords} />
    </KeysProvider>,
  );
  return { record, nextRecords, coupleId, coupleKey: at.coupleKey };
};
const choose = (name: RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole("radio", { name }));
  });

test("own words and nothing of the other's come into the file, which is read again as it was", async () => {
  await show();
  await choose(/A file for Heard/);
  await press("Make it");
  await vi.waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
  const [name, content] = saved.mock.calls[0] ?? [];
  expect(name).toMatch(/^heard-\d{4}-\d\d-\d\d\.json$/);
  const read = readExport(String(content));
  if (!read.ok) throw new Error(read.refusal);
  const text = JSON.stringify(read.value);
  expect(text).toContain("A moment of Mara.");
  expect(text).not.toContain("Back to Mara.");
  expect(text).not.toContain("Sense in Mara.");
  expect(screen.getByText(/one check-in\./)).toBeTruthy();
  expect(screen.getByText(/One check-in could not be read/)).toBeTruthy();
});

test("a writing that does not open says so beside those that do", async () => {
  const { record, nextRecords } = await show();
  const chapters = record.chapters.map((chapter) =>
    chapter.kind === "reveal" && chapter.written.A
      ? { ...chapter, written: { A: { ...chapter.written.A, words: sealedOf("x") } } }
      : chapter,
  );
  nextRecords.mockResolvedValueOnce({
    ok: true,
    value: { ...besides, records: [{ ...record, chapters }], unreadable: 0, next: null },
  });
  await press("Make it");
  await vi.waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
  const text = String(saved.mock.calls[0]?.[1]);
  expect(text).toContain("This could not be opened.");
  expect(text).toContain("A moment of Mara.");
});

test("what one wrote beside a check-in and one's side of the loop come along; what does not open says so", async () => {
  const { record, nextRecords, coupleId, coupleKey } = await show();
  const { checkInId } = record;
  const [noteId, shutId, lineId, wordsId] = [1, 2, 3, 4].map(commandIdOf);
  if (!noteId || !shutId || !lineId || !wordsId) throw new Error("no ids");
  const sealed = async <T,>(
    kind: "note" | "caption" | "lane",
    commandId: CommandId,
    content: z.ZodType<T>,
    words: object,
  ) => {
    const context = {
      coupleId,
      checkInId: kind === "lane" ? "-" : checkInId,
      kind,
      authorSeat: "A",
      commandId,
    } as const;
    const made = await seal(coupleKey, context, content.parse(words), content);
    if (!made.ok) throw new Error(made.refusal);
    return made.value;
  };
  const page = letterPages(record)[0]?.id ?? "";
  const note = {
    id: noteId,
    seat: "A",
    page,
    at: 5,
    words: await sealed("note", noteId, contents.note, { text: "Still true." }),
  } as const;
  const line = await sealed("caption", lineId, contents.caption, { text: "The week of the lamp" });
  const lane = await sealed("lane", wordsId, contents.lane, {
    trigger: "When the door shuts.",
    surface: ["lonely", "my own"],
  });
  nextRecords.mockResolvedValueOnce({
    ok: true,
    value: {
      records: [record],
      unreadable: 0,
      next: null,
      beside: [
        {
          checkInId,
          notes: [note, { ...note, id: shutId, at: 6 }],
          lines: [{ id: lineId, seat: "A", words: line, agreedAt: 7 }],
        },
      ],
      lane: { seat: "A", wordsId, version: 1, words: lane, changedAt: 8 },
    },
  });
  await press("Make it");
  await vi.waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
  const markdown = String(saved.mock.calls[0]?.[1]);
  expect(markdown).toContain("### In the margin\n\n**Something warm first**\n\n> Still true.");
  expect(markdown).toContain("> _This could not be opened._");
  expect(markdown).toContain("### Our line\n\n> The week of the lamp");
  expect(markdown).toMatch(/## My side of our loop · with Sam/);
  expect(markdown).toContain("**What sets me off**\n\n> When the door shuts.");
  expect(markdown).toContain("> lonely, my own");
  await choose(/A file for Heard/);
  await press("Save it again");
  await vi.waitFor(() => expect(saved).toHaveBeenCalledTimes(2));
  expect(readExport(String(saved.mock.calls[1]?.[1]))).toMatchObject({
    value: {
      checkIns: [{ notes: [{ said: { text: "Still true." } }, { said: { absent: "couldNotBeOpened" } }] }],
      lanes: [{ with: "Sam", said: { lane: { trigger: "When the door shuts." } } }],
    },
  });
  await choose(/On paper/);
  expect(screen.getByText("The week of the lamp")).toBeTruthy();
  expect(screen.getByText("When the door shuts.")).toBeTruthy();
});

test("a line that broke keeps what was opened, and going on asks for nothing twice", async () => {
  const { record, nextRecords, coupleId } = await show();
  const next = { createdAt: 1, id: record.checkInId };
  nextRecords.mockResolvedValueOnce({ ok: true, value: { ...besides, records: [record], unreadable: 0, next } });
  nextRecords.mockRejectedValueOnce(new Error("the line broke"));
  nextRecords.mockResolvedValueOnce({ ok: true, value: { ...besides, records: [], unreadable: 0, next: null } });
  await press("Make it");
  await screen.findByText(/could not reach the server/);
  expect(saved).not.toHaveBeenCalled();
  await press("Go on");
  await vi.waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
  expect(nextRecords.mock.calls.map(([asked]) => asked)).toEqual([
    { coupleId, after: null },
    { coupleId, after: next },
    { coupleId, after: next },
  ]);
});

test("locked, the file opens by its passphrase alone; a short one is asked for again", {
  timeout: 60_000,
}, async () => {
  await show();
  await act(async () => {
    fireEvent.click(screen.getByRole("checkbox", { name: "Lock the file with a passphrase" }));
  });
  const field = screen.getByLabelText("Passphrase");
  fireEvent.change(field, { target: { value: "short" } });
  await press("Make it");
  expect(saved).not.toHaveBeenCalled();
  fireEvent.change(field, { target: { value: "two shores and one table" } });
  await press("Make it");
  await vi.waitFor(() => expect(saved).toHaveBeenCalledTimes(1), { timeout: 40_000 });
  const [name, content] = saved.mock.calls[0] ?? [];
  expect(name).toMatch(/\.md\.age$/);
  if (!(content instanceof Uint8Array)) throw new Error("not locked");
  expect(isLocked(content)).toBe(true);
  expect(await unlockFile(content, "another one altogether")).toEqual({ ok: false, refusal: "passphrase" });
  const opened = await unlockFile(content, "two shores and one table");
  expect(opened.ok && opened.value).toContain("A moment of Mara.");
});

test("on paper it stands as a letter, and no file is saved", async () => {
  await show();
  await choose(/On paper/);
  await press("Make it");
  expect(await screen.findByText("A moment of Mara.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Print" })).toBeTruthy();
  expect(saved).not.toHaveBeenCalled();
});
