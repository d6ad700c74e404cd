import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { KeysProvider } from "@/components/auth/keys-provider";
import { keepCoupleKey, startKeyStore } from "@/components/keys/key-store";
import { aTurn, openTable, toFirstTurn } from "@/components/read/test-kit";
import { renderWithWords } from "@/components/ui/test-kit";
import { recordFor } from "@/lib/check-in/record";
import { sealedOf } from "@/lib/check-in/test-kit";
import { readExport } from "@/lib/export/read-export";
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
    value: { records: [record], unreadable: 1, next: null },
  }));
  renderWithWords(
    <KeysProvider loadOwnKeys={async () => ({ ok: false, refusal: "unavailable" })}>
      <ExportWords name="Mara" chapters={[{ coupleId, otherName: "Sam" }]} nextRecords={nextRecords} />
    </KeysProvider>,
  );
  return { record, nextRecords, coupleId };
};
const press = (name: string) =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
  });
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
    value: { records: [{ ...record, chapters }], unreadable: 0, next: null },
  });
  await press("Make it");
  await vi.waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
  const text = String(saved.mock.calls[0]?.[1]);
  expect(text).toContain("This could not be opened.");
  expect(text).toContain("A moment of Mara.");
});

test("a line that broke keeps what was opened, and going on asks for nothing twice", async () => {
  const { record, nextRecords, coupleId } = await show();
  const next = { createdAt: 1, id: record.checkInId };
  nextRecords.mockResolvedValueOnce({ ok: true, value: { records: [record], unreadable: 0, next } });
  nextRecords.mockRejectedValueOnce(new Error("the line broke"));
  nextRecords.mockResolvedValueOnce({ ok: true, value: { records: [], unreadable: 0, next: null } });
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
