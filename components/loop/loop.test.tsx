import { act, fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { LiveRegion } from "@/components/ui/live-region";
import { press, renderWithWords } from "@/components/ui/test-kit";
import { sealedOf } from "@/lib/check-in/test-kit";
import { checkInIdSchema, commandIdSchema, coupleIdSchema, type Seat } from "@/lib/ids";
import type { Lane, Loop, OwnPiece, SaveLane } from "@/lib/reading/loop";
import { contents } from "@/lib/sealing/contents";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { open } from "@/lib/sealing/open";
import { seal } from "@/lib/sealing/seal";
import { Caught } from "./caught";
import { findOwnWords } from "./find-own-words";
import { LoopFigure } from "./loop-figure";
import type { LoopActions } from "./loop-page";
import { LoopTable } from "./loop-table";
import { OwnLane } from "./own-lane";
import { ShapeChoice } from "./shape-choice";
import { TextTwin } from "./text-twin";
import { useLanes } from "./use-lanes";
import { YesCard } from "./yes-card";

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const checkInId = checkInIdSchema.parse("0190a1b2-0000-7000-8000-000000000002");
const names = { A: "Mara", B: "Sam" } as const;
const coupleKey = await importCoupleKey(makeCoupleKey());
const newId = () => commandIdSchema.parse(crypto.randomUUID());
const done = { ok: true, value: null } as const;
const refused = (refusal: string) => ({ ok: false, refusal }) as const;

const laneOf = async (seat: Seat, words: object, version = 1): Promise<Lane> => {
  const wordsId = newId();
  const context = { coupleId, checkInId: "-", kind: "lane", authorSeat: seat, commandId: wordsId } as const;
  const sealed = await seal(coupleKey, context, words, contents.lane);
  if (!sealed.ok) throw new Error(sealed.refusal);
  return { seat, wordsId, version, words: sealed.value };
};
const empty: Loop = {
  lanes: { A: null, B: null },
  versions: { A: 0, B: 0 },
  shape: null,
  shapeVersion: 0,
  yeses: [],
  caught: 0,
  caughtAt: null,
};
const filled = async (change: Partial<Loop> = {}): Promise<Loop> => ({
  ...empty,
  lanes: {
    A: await laneOf("A", { trigger: "When you look at your phone.", doing: "I ask again.", tender: ["lonely"] }, 3),
    B: await laneOf("B", { doing: "I go quiet.", surface: ["numb", "my own word"] }),
  },
  versions: { A: 3, B: 1 },
  shape: "reachAndRetreat",
  shapeVersion: 1,
  ...change,
});

const actions = {
  saveLane: vi.fn<LoopActions["saveLane"]>(),
  emptyLane: vi.fn<LoopActions["emptyLane"]>(),
  chooseShape: vi.fn<LoopActions["chooseShape"]>(),
  sayYes: vi.fn<LoopActions["sayYes"]>(),
  takeBackYes: vi.fn<LoopActions["takeBackYes"]>(),
  catchLoop: vi.fn<LoopActions["catchLoop"]>(),
  undoCatch: vi.fn<LoopActions["undoCatch"]>(),
  listOwnPieces: vi.fn<LoopActions["listOwnPieces"]>(),
};
beforeEach(() => {
  localStorage.clear();
  for (const action of [actions.saveLane, actions.chooseShape, actions.sayYes, actions.takeBackYes]) {
    action.mockReset().mockResolvedValue(done);
  }
  for (const action of [actions.emptyLane, actions.catchLoop, actions.undoCatch])
    action.mockReset().mockResolvedValue(done);
  actions.listOwnPieces.mockReset().mockResolvedValue({ ok: true, value: [] });
});

function Shown({ loop, seat }: { loop: Loop; seat: Seat }) {
  const lanes = useLanes({ loop, coupleId, coupleKey });
  return (
    <LiveRegion>
      <LoopTable value={{ loop, coupleId, seat, names, actions, coupleKey, lanes }}>
        <LoopFigure />
        <TextTwin />
        <OwnLane />
        <ShapeChoice />
        <YesCard />
        <Caught />
      </LoopTable>
    </LiveRegion>
  );
}
const show = (loop: Loop, seat: Seat = "A") => renderWithWords(<Shown loop={loop} seat={seat} />);
const write = (name: string, value: string) =>
  act(
    async () => void fireEvent.change(screen.getByRole("textbox", { name: new RegExp(name) }), { target: { value } }),
  );

describe("the loop in words", () => {
  test("says of both sides, in their order, all that the figure shows, and what was left open", async () => {
    show(await filled());
    const mara = within(screen.getByRole("region", { name: "Mara" }));
    const sam = within(screen.getByRole("region", { name: "Sam" }));
    expect(await mara.findByText("When you look at your phone.")).toBeTruthy();
    expect(await sam.findByText("numb, my own word")).toBeTruthy();
    expect(mara.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "1. What sets me offWhen you look at your phone.",
      "2. What I tell myselfleft open",
      "3. What I feel firstleft open",
      "4. What I do thenI ask again.",
      "5. What I feel underneathlonely",
      "6. What I long forleft open",
    ]);
    expect(document.querySelector("figure")?.getAttribute("aria-hidden")).toBe("true");
    expect(document.querySelector("figure")?.textContent).toContain("I go quiet.");
  });

  test("one side that does not open says so beside the other; nobody can say yes to it", async () => {
    const loop = await filled();
    show({ ...loop, lanes: { ...loop.lanes, B: { seat: "B", wordsId: newId(), version: 1, words: sealedOf("x") } } });
    expect(await screen.findByText("This side could not be opened.")).toBeTruthy();
    expect(await screen.findByText("When you look at your phone.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Yes, that's our loop" })).toBeNull();
  });
});

describe("one's own side", () => {
  test("is sealed to its own seat over the version that was seen; a refusal keeps every word", async () => {
    show(await filled());
    await screen.findByText("When you look at your phone.");
    await press("Change my side");
    await write("What I tell myself", "I am too much.");
    actions.saveLane.mockResolvedValueOnce(refused("changedMeanwhile"));
    await press("Save my side");
    expect(await screen.findByText(/It changed meanwhile/)).toBeTruthy();
    expect(screen.getByRole("textbox", { name: /What I tell myself/ })).toHaveProperty("value", "I am too much.");
    await press("Save my side");
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("Change my side"));
    const saved = actions.saveLane.mock.calls.map(([input]): SaveLane => input).at(-1);
    if (!saved) throw new Error("nothing was saved");
    expect(saved.version).toBe(3);
    const context = { coupleId, checkInId: "-", kind: "lane", authorSeat: "A", commandId: saved.wordsId } as const;
    expect(await open(coupleKey, context, saved.words, contents.lane)).toMatchObject({
      value: { trigger: "When you look at your phone.", story: "I am too much.", tender: ["lonely"] },
    });
  });

  test("is one saving when its answer got lost and it is sent again, and another once its words are others", async () => {
    show(empty);
    await press("Fill my side");
    await write("What I tell myself", "I am too much.");
    actions.saveLane.mockRejectedValueOnce(new Error("the line broke"));
    await press("Save my side");
    await vi.waitFor(() => expect(actions.saveLane).toHaveBeenCalledTimes(1));
    actions.saveLane.mockRejectedValueOnce(new Error("the line broke"));
    await press("Save my side");
    await vi.waitFor(() => expect(actions.saveLane).toHaveBeenCalledTimes(2));
    await write("What I tell myself", "I am in the way.");
    await press("Save my side");
    await vi.waitFor(() => expect(actions.saveLane).toHaveBeenCalledTimes(3));
    const [first, again, other] = actions.saveLane.mock.calls.map(([{ wordsId }]) => wordsId);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test("can be taken back, after it was asked", async () => {
    show(await filled());
    await screen.findByText("When you look at your phone.");
    await press("Take my side back");
    expect(actions.emptyLane).not.toHaveBeenCalled();
    const dialog = within(screen.getByRole("dialog"));
    await act(async () => void fireEvent.click(dialog.getByRole("button", { name: "Take my side back" })));
    expect(actions.emptyLane).toHaveBeenCalledWith({ version: 3 });
  });

  test("takes up to three words, own ones too, and offers those of one's past only when asked", async () => {
    show(empty);
    await press("Fill my side");
    expect(actions.listOwnPieces).not.toHaveBeenCalled();
    const group = within(screen.getByRole("group", { name: "What I feel first" }));
    for (const word of ["cold", "cold", "small", "far away"]) {
      await act(async () => void fireEvent.change(group.getByRole("textbox"), { target: { value: word } }));
      await act(async () => void fireEvent.click(group.getByRole("button", { name: "Add it" })));
    }
    expect(group.getAllByRole("checkbox").map((box) => box.parentElement?.textContent)).toEqual([
      "cold",
      "small",
      "far away",
    ]);
    expect(group.queryByRole("textbox")).toBeNull();
    await act(async () => void fireEvent.click(group.getByRole("button", { name: "Show words I have used before" })));
    expect(await group.findByText("There are no words of yours in past check-ins yet.")).toBeTruthy();
  });

  test("counts the words of its author's pieces that open, softer ones apart", async () => {
    const pieceOf = async (words: object): Promise<OwnPiece> => {
      const commandId = newId();
      const context = { coupleId, checkInId, kind: "piece", authorSeat: "A", commandId } as const;
      const sealed = await seal(coupleKey, context, words, contents.piece);
      if (!sealed.ok) throw new Error(sealed.refusal);
      return { checkInId, commandId, words: sealed.value };
    };
    const felt = (...all: string[]) => ({ feelings: all.map((word) => ({ word, strength: "clearly" })) });
    const pieces = [await pieceOf({ ...felt("angry"), softer: "hurt" }), await pieceOf(felt("lonely", "angry"))];
    const torn: OwnPiece = { checkInId, commandId: newId(), words: sealedOf("x") };
    const found = await findOwnWords(async () => ({ ok: true, value: [torn, ...pieces] }), {
      coupleKey,
      coupleId,
      seat: "A",
    });
    expect(found).toEqual({ ok: true, value: { feelings: ["angry", "lonely"], tender: ["hurt", "lonely"] } });
  });
});

describe("two yeses", () => {
  test("are given to the versions and the shape on the screen, and can be taken back", async () => {
    const page = show(await filled());
    await screen.findByRole("button", { name: "Yes, that's our loop" });
    await press("Yes, that's our loop");
    expect(actions.sayYes).toHaveBeenCalledWith({ A: 3, B: 1, shape: "reachAndRetreat" });
    page.rerender(<Shown loop={await filled({ yeses: ["A"] })} seat="A" />);
    await press("Take my yes back");
    expect(actions.takeBackYes).toHaveBeenCalledTimes(1);
  });

  test("wait until both sides are filled and a shape is chosen", async () => {
    show({ ...(await filled()), shape: null });
    await screen.findByText("When you look at your phone.");
    expect(screen.queryByRole("button", { name: "Yes, that's our loop" })).toBeNull();
    await act(async () => void fireEvent.click(screen.getByRole("radio", { name: /^Both reaching/ })));
    expect(actions.chooseShape).toHaveBeenCalledWith({ shape: "bothReach", version: 1 });
  });
});

describe("times we caught it", () => {
  test("are counted once it has met, and can be taken back for a minute", async () => {
    const page = show(await filled());
    await screen.findByText("When you look at your phone.");
    expect(screen.queryByRole("button", { name: "We caught it just now" })).toBeNull();
    page.rerender(<Shown loop={await filled({ yeses: ["A", "B"], caught: 2, caughtAt: 0 })} seat="A" />);
    expect(screen.getByRole("heading", { name: "We caught it 2 times" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Take that back" })).toBeNull();
    actions.catchLoop.mockResolvedValueOnce(refused("justCaught"));
    await press("We caught it just now");
    expect(await screen.findByText(/counted within the last minute/)).toBeTruthy();
    page.rerender(<Shown loop={await filled({ yeses: ["A", "B"], caught: 3, caughtAt: Date.now() })} seat="A" />);
    await press("Take that back");
    expect(actions.undoCatch).toHaveBeenCalledTimes(1);
  });
});
