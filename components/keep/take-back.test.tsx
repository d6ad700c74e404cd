import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { OpenerProvider } from "@/components/check-in/opener";
import { WritingCard } from "@/components/check-in/writing-card";
import { aTurn, openTable, toFirstTurn } from "@/components/read/test-kit";
import { renderWithWords } from "@/components/ui/test-kit";
import { recordFor } from "@/lib/check-in/record";
import { withoutWords } from "@/lib/check-in/without-words";
import { ownWritings } from "@/lib/check-in/writings";
import { coupleIdSchema } from "@/lib/ids";
import { TakeBack } from "./take-back";
import { standInDialogs } from "./test-dialogs";
import type { TakeBackAction } from "./use-taking-back";

standInDialogs();

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const press = async (name: string) =>
  act(async () => {
    const found = screen.getAllByRole("button", { name });
    fireEvent.click(found.at(-1) ?? document.body);
  });

const show = async (takeBack: TakeBackAction) => {
  const at = await openTable();
  await toFirstTurn(at);
  await aTurn(at, "A");
  await at.run("A", { type: "endKindly", words: null });
  const record = recordFor(at.table.get(), "A");
  renderWithWords(
    <OpenerProvider value={at.table.opener}>
      <TakeBack record={record} coupleId={coupleId} name="Mara" takeBack={takeBack} />
    </OpenerProvider>,
  );
  await screen.findByRole("button", { name: "Take back all my words" });
  return { record, opener: at.table.opener };
};

test("words go back only after a question that says what follows, each by its own", async () => {
  const takeBack = vi.fn<TakeBackAction>(async () => ({ ok: true, value: { count: 1 } }));
  const { record } = await show(takeBack);
  await press("Take back some of your words");
  expect(await screen.findByText("A moment of Mara.")).toBeTruthy();
  expect(screen.queryByText("Back to Mara.")).toBeNull();
  await press("Take this back");
  expect(takeBack).not.toHaveBeenCalled();
  expect(within(screen.getByRole("dialog")).getByText(/can't be undone/)).toBeTruthy();
  await press("Take back");
  const [warm, piece] = ownWritings(record);
  expect(warm?.kind).toBe("appreciation");
  expect(takeBack).toHaveBeenCalledWith({ coupleId, checkInId: record.checkInId, commandId: piece?.commandId });
  expect(screen.getByText("Taken back.")).toBeTruthy();
});

test("all of them go by one answer; what did not go through is said, and nothing was changed", async () => {
  const takeBack = vi.fn<TakeBackAction>(async () => ({ ok: false, refusal: "stillRunning" }));
  const { record } = await show(takeBack);
  await press("Take back all my words");
  await press("Take back");
  expect(takeBack).toHaveBeenCalledWith({ coupleId, checkInId: record.checkInId, commandId: null });
  expect(screen.getByText(/still going on/)).toBeTruthy();
  takeBack.mockRejectedValueOnce(new Error("the line broke"));
  await press("Take back");
  expect(screen.getByText(/could not reach the server/)).toBeTruthy();
});

test("20: words that were opened before are not shown on once they are taken back", async () => {
  const { record, opener } = await show(async () => ({ ok: true, value: { count: 0 } }));
  const piece = ownWritings(record).find(({ kind }) => kind === "piece");
  if (!piece) throw new Error("nothing was shared");
  await opener.open(piece);
  const gone = withoutWords({ type: "shared", ...piece }, "A", "takenBack");
  if (!("words" in gone)) throw new Error("no words");
  renderWithWords(
    <OpenerProvider value={opener}>
      <WritingCard writing={{ ...piece, words: gone.words }} name="Mara" />
    </OpenerProvider>,
  );
  expect(screen.getByText("Taken back by its author.")).toBeTruthy();
  expect(screen.queryByText("A moment of Mara.")).toBeNull();
});
