import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clearDrafts } from "@/components/keys/drafts";
import { renderWithWords } from "@/components/ui/test-kit";
import type { ListedAgreement, NewWords } from "@/lib/agreements/agreement";
import { checkInIdOf, commandIdOf } from "@/lib/check-in/test-kit";
import { coupleIdSchema, type Seat } from "@/lib/ids";
import { contents } from "@/lib/sealing/contents";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { open } from "@/lib/sealing/open";
import { seal } from "@/lib/sealing/seal";
import { Agreements } from "./agreements";
import type { AgreementActions } from "./use-agreement";

const keyHere = vi.hoisted(() => ({ state: "opening" }) as Record<string, unknown>);
vi.mock("@/components/auth/use-couple-key", () => ({ useCoupleKey: () => keyHere }));

const names = { A: "Mara", B: "Sam" } as const;
const coupleId = coupleIdSchema.parse("00000000-0000-4000-8000-00000000abcd");
const checkInId = checkInIdOf(7);
const at = Date.UTC(2026, 0, 4);
const key = await importCoupleKey(makeCoupleKey());

const wordsOf = async (kind: "request" | "answer" | "agreement", seat: Seat, n: number, text: string) => {
  const commandId = commandIdOf(n);
  const context = { coupleId, checkInId, kind, authorSeat: seat, commandId };
  const sealed = await seal(key, context, { text }, contents[kind]);
  if (!sealed.ok) throw new Error(sealed.refusal);
  return { seat, commandId, at, words: sealed.value };
};
const newWords = async (seat: Seat, n: number, text: string): Promise<NewWords> => ({
  ...(await wordsOf("agreement", seat, n, text)),
  kind: "agreement",
});
const agreementOf = async (change: Partial<ListedAgreement> = {}): Promise<ListedAgreement> => ({
  id: commandIdOf(1),
  checkInId,
  agreedAt: at,
  retiredAt: null,
  changed: null,
  offered: null,
  reviewed: null,
  request: { ...(await wordsOf("request", "A", 1, "A walk on Sunday?")), kind: "request" },
  answer: { ...(await wordsOf("answer", "B", 2, "Saturday suits me.")), kind: "answer" },
  ...change,
});

type Answer = { ok: true; value: null } | { ok: false; refusal: string };
const yes = async (): Promise<Answer> => ({ ok: true, value: null });
const actionsOf = () => ({
  reviewAgreement: vi.fn(yes),
  offerChange: vi.fn(yes),
  acceptChange: vi.fn(yes),
  dropChange: vi.fn(yes),
  retireAgreement: vi.fn(yes),
});
const show = async (agreement: ListedAgreement, actions: AgreementActions, seat: Seat = "A") => {
  const page = renderWithWords(
    <Agreements
      standing={agreement.retiredAt === null ? [agreement] : []}
      letGo={agreement.retiredAt === null ? [] : [agreement]}
      {...{ isEarlier: false, next: null, coupleId, seat, names, actions }}
    />,
  );
  await screen.findAllByRole("listitem");
  return page;
};
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

beforeEach(() => Object.assign(keyHere, { state: "ready", key }));
afterEach(() => clearDrafts());

describe("an agreement", () => {
  test("says what both said, and asks whether it is still good, for oneself", async () => {
    const actions = actionsOf();
    await show(await agreementOf({ reviewed: "partly" }), actions);
    expect(await screen.findByText("A walk on Sunday?")).toBeTruthy();
    expect(await screen.findByText("Saturday suits me.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Partly", pressed: true })).toBeTruthy();
    press("Kept");
    await vi.waitFor(() => expect(actions.reviewAgreement).toHaveBeenCalledOnce());
    expect(actions.reviewAgreement.mock.calls[0]).toMatchObject([{ agreementId: commandIdOf(1), answer: "kept" }]);
  });

  test("new words are sealed to its check-in and to the offer's own id; refused, they stay in the field", async () => {
    const sent: Parameters<AgreementActions["offerChange"]>[0][] = [];
    const offerChange: AgreementActions["offerChange"] = async (input) => {
      sent.push(input);
      return sent.length === 1 ? { ok: false, refusal: "offline" } : { ok: true, value: null };
    };
    const actions = { ...actionsOf(), offerChange };
    await show(await agreementOf(), actions, "B");
    press("Let's change it");
    const field = await screen.findByRole("textbox", { name: /How would you say it now/ });
    press("Offer these words");
    expect(await screen.findByText("A few words are needed here.")).toBeTruthy();
    expect(sent).toEqual([]);
    fireEvent.change(field, { target: { value: "A walk on Saturday." } });
    press("Offer these words");
    expect(await screen.findByText(/There is no line just now/)).toBeTruthy();
    expect(field).toHaveProperty("value", "A walk on Saturday.");
    press("Offer these words");
    await vi.waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
    const { offerId, words } = sent.at(-1) ?? { offerId: commandIdOf(0), words: null };
    expect(sent[0]?.offerId).toBe(offerId);
    const context = { coupleId, checkInId, kind: "agreement", authorSeat: "B", commandId: offerId } as const;
    expect(await open(key, context, words, contents.agreement)).toEqual({
      ok: true,
      value: { text: "A walk on Saturday." },
    });
  });

  test("new words are offered also while the answer before them is still on its way", async () => {
    let answerReview = () => {};
    const reviewAgreement = vi.fn(
      () => new Promise<{ ok: true; value: null }>((done) => (answerReview = () => done({ ok: true, value: null }))),
    );
    const actions = { ...actionsOf(), reviewAgreement };
    await show(await agreementOf(), actions, "B");
    press("Let's change it");
    fireEvent.change(await screen.findByRole("textbox", { name: /How would you say it now/ }), {
      target: { value: "A walk on Saturday." },
    });
    press("Offer these words");
    await vi.waitFor(() => expect(screen.getByRole("button", { name: /Sealing/ })).toBeTruthy());
    expect(actions.offerChange).not.toHaveBeenCalled();
    answerReview();
    await vi.waitFor(() => expect(actions.offerChange).toHaveBeenCalledTimes(1));
  });

  test("words that the other offers ask for a yes; one's own can be taken back", async () => {
    const actions = actionsOf();
    const offered = await newWords("B", 9, "Every other Saturday.");
    const page = await show(await agreementOf({ offered }), actions);
    expect(await screen.findByText("Every other Saturday.")).toBeTruthy();
    press("Yes, these are ours");
    await vi.waitFor(() =>
      expect(actions.acceptChange).toHaveBeenCalledWith({ agreementId: commandIdOf(1), offerId: commandIdOf(9) }),
    );
    page.unmount();
    const second = await show(await agreementOf({ offered }), actions);
    press("Not now");
    await vi.waitFor(() => expect(actions.dropChange).toHaveBeenCalledOnce());
    second.unmount();
    await show(await agreementOf({ offered }), actionsOf(), "B");
    expect(screen.queryByRole("button", { name: "Yes, these are ours" })).toBeNull();
    expect(screen.getByRole("button", { name: "Take them back" })).toBeTruthy();
  });

  test("both said yes to new words: those stand first, and the first ones stay at hand", async () => {
    await show(await agreementOf({ changed: await newWords("B", 9, "Every other Saturday.") }), actionsOf());
    expect(await screen.findByText("Every other Saturday.")).toBeTruthy();
    expect(screen.getByText("The words it began with")).toBeTruthy();
  });

  test("is let go after saying what follows, and a refusal is said there", async () => {
    const actions = actionsOf();
    actions.retireAgreement.mockResolvedValueOnce({ ok: false, refusal: "onBreak" });
    await show(await agreementOf(), actions);
    press("Let it go");
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getByText(/It stands for neither of you any more/)).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "Let it go" }));
    expect(await dialog.findByText(/has a pause just now/)).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "Let it go" }));
    await vi.waitFor(() => expect(actions.retireAgreement).toHaveBeenCalledTimes(2));
  });

  test("once it was let go there is nothing to do with it but to read it", async () => {
    await show(await agreementOf({ retiredAt: at }), actionsOf());
    expect(await screen.findByText("A walk on Sunday?")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Kept" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Let it go" })).toBeNull();
  });

  test("one value that does not open says so, beside those that do", async () => {
    const moved = await wordsOf("request", "B", 1, "moved here");
    await show(await agreementOf({ request: { ...moved, seat: "A", kind: "request" } }), actionsOf());
    expect(await screen.findByText("This could not be opened.")).toBeTruthy();
    expect(await screen.findByText("Saturday suits me.")).toBeTruthy();
  });
});

test("where nothing was agreed on yet, the page says how that comes about", () => {
  renderWithWords(
    <Agreements
      {...{ standing: [], letGo: [], isEarlier: false, next: null, coupleId, seat: "A", names, actions: actionsOf() }}
    />,
  );
  expect(screen.getByText("No agreement yet")).toBeTruthy();
});
