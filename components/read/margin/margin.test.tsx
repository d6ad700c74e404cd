import { act, fireEvent, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { createMemoryDrafts } from "@/components/check-in/drafts";
import { OpenerProvider } from "@/components/check-in/opener";
import { LiveRegion } from "@/components/ui/live-region";
import { renderWithWords } from "@/components/ui/test-kit";
import { recordFor } from "@/lib/check-in/record";
import { sealedOf } from "@/lib/check-in/test-kit";
import { checkInIdSchema, commandIdSchema, coupleIdSchema, type Seat } from "@/lib/ids";
import type { AddNote, Caption as CaptionLines, MarginNote } from "@/lib/reading/marginalia";
import { contents } from "@/lib/sealing/contents";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { open } from "@/lib/sealing/open";
import { seal } from "@/lib/sealing/seal";
import { ReadLetter } from "../read-letter";
import { aTurn, names, openTable, toFirstTurn } from "../test-kit";
import { Caption } from "./caption";
import { type MarginActions, type MarginProps, TableProvider } from "./margin";

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const checkInId = checkInIdSchema.parse("0190a1b2-0000-7000-8000-000000000002");
const coupleKey = await importCoupleKey(makeCoupleKey());
const newId = () => commandIdSchema.parse(crypto.randomUUID());

const lineOf = async (kind: "note" | "caption", seat: Seat, text: string) => {
  const id = newId();
  const context = { coupleId, checkInId, kind, authorSeat: seat, commandId: id };
  const words = await seal(coupleKey, context, { text }, contents[kind]);
  if (!words.ok) throw new Error(words.refusal);
  return { id, seat, words: words.value };
};
const noteOf = async (seat: Seat, text: string, page: string): Promise<MarginNote> => ({
  ...(await lineOf("note", seat, text)),
  page,
  at: 0,
});

const done = { ok: true, value: null } as const;
const refused = (refusal: string) => ({ ok: false, refusal }) as const;
let drafts = createMemoryDrafts();
const actions = {
  addNote: vi.fn<MarginActions["addNote"]>(),
  offerCaption: vi.fn<MarginActions["offerCaption"]>(),
  answerCaption: vi.fn<MarginActions["answerCaption"]>(),
  removeCaption: vi.fn<MarginActions["removeCaption"]>(),
};
const removeNote = vi.fn<MarginProps["removeNote"]>();
beforeEach(() => {
  drafts = createMemoryDrafts();
  removeNote.mockReset().mockResolvedValue(done);
  for (const action of Object.values(actions)) action.mockReset().mockResolvedValue(done);
});

type Shown = {
  seat?: Seat;
  notes?: readonly MarginNote[];
  caption?: CaptionLines;
  isOver?: boolean;
  inside?: ReactNode;
};
const noCaption: CaptionLines = { agreed: null, offered: null };

const show = async ({ seat = "A", notes = [], caption = noCaption, isOver = false }: Shown) => {
  const at = await openTable();
  await toFirstTurn(at);
  await aTurn(at, "A");
  await at.run("B", { type: "endKindly", words: null });
  const value = {
    coupleKey,
    coupleId,
    checkInId,
    seat,
    names,
    drafts,
    marginalia: { notes, caption },
    actions: isOver ? null : actions,
    removeNote,
  };
  return renderWithWords(
    <OpenerProvider value={at.table.opener}>
      <LiveRegion>
        <TableProvider value={value}>
          <ReadLetter record={recordFor(at.table.get(), seat)} names={names} />
          <Caption />
        </TableProvider>
      </LiveRegion>
    </OpenerProvider>,
  );
};
const pageOf = (title: string) => {
  const page = screen.getByText(title).closest("section");
  if (!page) throw new Error(`no page ${title}`);
  return within(page);
};
const press = (button: HTMLElement) => act(async () => void fireEvent.click(button));
const write = (field: HTMLElement, value: string) =>
  act(async () => void fireEvent.change(field, { target: { value } }));

const warm = "4-appreciation";
const firstTurn = "5-turn-first";

test("notes stand on their own page under their author's name, a broken one beside the good ones", async () => {
  const torn = { ...(await noteOf("B", "x", warm)), words: sealedOf("torn") };
  const gone = { ...(await noteOf("A", "x", warm)), words: null };
  await show({ notes: [await noteOf("A", "Mine, there.", warm), torn, gone, await noteOf("B", "Late.", firstTurn)] });
  const page = pageOf("Something warm first");
  expect(await page.findByText("Mine, there.")).toBeTruthy();
  expect(await page.findAllByText("This could not be opened.")).toHaveLength(2);
  expect(page.queryByText("Late.")).toBeNull();
  expect(await pageOf("The first turn").findByText("Late.")).toBeTruthy();
});

test("a note of a page that is no longer there stands on the last one", async () => {
  await show({ notes: [await noteOf("B", "Still here.", "99-gone")] });
  expect(await pageOf("The first turn").findByText("Still here.")).toBeTruthy();
});

test("a note is sealed to its place and its id; a refusal keeps every word and says so", async () => {
  await show({});
  const page = pageOf("Something warm first");
  await press(await page.findByRole("button", { name: "Write in the margin" }));
  await write(page.getByRole("textbox"), "I still think of that.");
  actions.addNote.mockResolvedValueOnce(refused("tooManyNotes"));
  await press(page.getByRole("button", { name: "Leave it here" }));
  expect(await page.findByText(/This margin is full/)).toBeTruthy();
  expect(page.getByRole("textbox")).toHaveProperty("value", "I still think of that.");
  expect(await drafts.read(`${checkInId}/note/${warm}`)).toBe("I still think of that.");
  await press(page.getByRole("button", { name: "Leave it here" }));
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("Write in the margin"));
  const [first, second] = actions.addNote.mock.calls.map(([input]): AddNote => input);
  expect(second?.noteId).toBe(first?.noteId);
  if (!second) throw new Error("nothing was sent");
  const context = { coupleId, checkInId, kind: "note", authorSeat: "A", commandId: second.noteId } as const;
  expect(await open(coupleKey, context, second.words, contents.note)).toEqual({
    ok: true,
    value: { text: "I still think of that." },
  });
  expect(second.page).toBe(warm);
  expect(await drafts.read(`${checkInId}/note/${warm}`)).toBeUndefined();
});

test("other words after a try that got no answer are another note", async () => {
  await show({});
  const page = pageOf("Something warm first");
  await press(await page.findByRole("button", { name: "Write in the margin" }));
  await write(page.getByRole("textbox"), "One.");
  actions.addNote.mockRejectedValueOnce(new Error("no line"));
  await press(page.getByRole("button", { name: "Leave it here" }));
  expect(await page.findByText(/No connection just now/)).toBeTruthy();
  await write(page.getByRole("textbox"), "Two.");
  await press(page.getByRole("button", { name: "Leave it here" }));
  await vi.waitFor(() => expect(actions.addNote).toHaveBeenCalledTimes(2));
  const ids = actions.addNote.mock.calls.map(([{ noteId }]) => noteId);
  expect(new Set(ids).size).toBe(2);
});

test("only one's own note can be taken away, after it was asked", async () => {
  const mine = await noteOf("A", "Mine.", warm);
  await show({ notes: [mine, await noteOf("B", "Theirs.", warm)] });
  const page = pageOf("Something warm first");
  const [remove, ...more] = page.getAllByRole("button", { name: "Take this note away" });
  if (!remove) throw new Error("no button");
  expect(more).toEqual([]);
  await press(remove);
  expect(removeNote).not.toHaveBeenCalled();
  await press(within(screen.getByRole("dialog")).getByRole("button", { name: "Take this note away" }));
  expect(removeNote).toHaveBeenCalledWith({ checkInId, noteId: mine.id });
});

test("an offered line waits for a yes to this very line; its author can only take it back", async () => {
  const offered = await lineOf("caption", "B", "The quince evening");
  const page = await show({ caption: { agreed: null, offered } });
  expect(await screen.findByText("The quince evening")).toBeTruthy();
  actions.answerCaption.mockResolvedValueOnce(refused("offerChanged"));
  await press(screen.getByRole("button", { name: "Yes, that's our line" }));
  expect(await screen.findByText(/taken back or changed meanwhile/)).toBeTruthy();
  await press(screen.getByRole("button", { name: "Not now" }));
  expect(actions.answerCaption.mock.calls.map(([input]) => input)).toEqual([
    { checkInId, offerId: offered.id, yes: true },
    { checkInId, offerId: offered.id, yes: false },
  ]);
  page.unmount();
  await show({ seat: "B", caption: { agreed: null, offered } });
  expect(screen.queryByRole("button", { name: "Yes, that's our line" })).toBeNull();
  await press(screen.getByRole("button", { name: "Take it back" }));
  expect(actions.answerCaption.mock.lastCall?.[0]).toMatchObject({ yes: false });
});

test("the focus stays in the part whose button is gone, and is taken from nobody", async () => {
  const at = await openTable();
  const offered = await lineOf("caption", "B", "The quince evening");
  const pageOf = (caption: CaptionLines) => (
    <OpenerProvider value={at.table.opener}>
      <TableProvider
        value={{
          coupleKey,
          coupleId,
          checkInId,
          seat: "A",
          names,
          drafts,
          actions,
          removeNote,
          marginalia: { notes: [], caption },
        }}
      >
        <input aria-label="elsewhere" />
        <Caption />
      </TableProvider>
    </OpenerProvider>
  );
  const page = renderWithWords(pageOf({ agreed: null, offered }));
  screen.getByRole("button", { name: "Yes, that's our line" }).focus();
  page.rerender(pageOf({ agreed: offered, offered: null }));
  expect(document.activeElement?.textContent).toBe("One line for this check-in");
  screen.getByRole("textbox", { name: "elsewhere" }).focus();
  page.rerender(pageOf({ agreed: null, offered }));
  expect(document.activeElement?.getAttribute("aria-label")).toBe("elsewhere");
});

test("where the couple has ended all of it is read, nothing can be written, and one's own note can still go", async () => {
  const agreed = await lineOf("caption", "A", "The quince evening");
  const mine = await noteOf("A", "Mine.", warm);
  await show({ notes: [mine, await noteOf("B", "Theirs.", warm)], caption: { agreed, offered: null }, isOver: true });
  expect(await screen.findByText("The quince evening")).toBeTruthy();
  expect(await screen.findByText("Mine.")).toBeTruthy();
  for (const name of ["Write in the margin", "Offer another line", "Let this line go"]) {
    expect(screen.queryByRole("button", { name })).toBeNull();
  }
  await press(screen.getByRole("button", { name: "Take this note away" }));
  await press(within(screen.getByRole("dialog")).getByRole("button", { name: "Take this note away" }));
  expect(removeNote).toHaveBeenCalledWith({ checkInId, noteId: mine.id });
});
