import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { KeysProvider } from "@/components/auth/keys-provider";
import { announced, press, renderWithWords } from "@/components/ui/test-kit";
import { coupleIdSchema } from "@/lib/ids";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { ProposalCard, type ProposalCardProps } from "./proposal-card";
import { sealProposal } from "./seal-proposal";
import { hourMs, pair, proposalAt, sunday } from "./test-kit";
import { Told } from "./told";

const goOn = vi.hoisted(() => vi.fn());
vi.mock("@/components/auth/go-on", () => ({ goOn }));
const held = vi.hoisted((): { key: CryptoKey | null } => ({ key: null }));
vi.mock("@/components/auth/use-couple-key", () => ({
  useCoupleKey: () => (held.key ? { state: "ready", key: held.key } : { state: "locked", unlock: async () => null }),
}));

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const answer = vi.fn<ProposalCardProps["answer"]>();
const withdraw = vi.fn<ProposalCardProps["withdraw"]>();
beforeEach(() => {
  for (const mock of [goOn, answer, withdraw]) mock.mockReset();
  held.key = null;
});

const show = (proposal = proposalAt([sunday]), now = sunday - 24 * hourMs) =>
  renderWithWords(
    <KeysProvider loadOwnKeys={async () => ({ ok: false, refusal: "unavailable" })}>
      <Told>
        <ProposalCard {...{ proposal, pair, coupleId, now, answer, withdraw }} unlocksHere={false} />
      </Told>
    </KeysProvider>,
  );

describe("an asking of the other", () => {
  test("says whose move it is, both times, and three answers of equal standing", () => {
    show();
    expect(screen.getByRole("heading", { name: "Sam would like a check-in with you" })).toBeTruthy();
    expect(screen.getByText("Your move")).toBeTruthy();
    expect(screen.getByText("13:30 for Sam · 19:30 for you")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Yes, Sunday, November 29 at 19:30" })).toBeTruthy();
    const another = screen.getByRole("link", { name: "Yes, another time" }).getAttribute("href");
    expect(another).toBe("/plan/ask?instead=0190a1b2-0000-7000-8000-00000000000a");
    expect(screen.getByRole("button", { name: "Not today" })).toBeTruthy();
  });

  test("takes a yes to the very time that was pressed, and says what came of it aloud", async () => {
    answer.mockResolvedValue({ ok: true, value: { checkInId: null } });
    show(proposalAt([sunday, sunday + 24 * hourMs]));
    await press("Yes, Monday, November 30 at 19:30");
    expect(answer.mock.calls[0]?.[0]).toMatchObject({ answer: "yes", time: sunday + 24 * hourMs });
    expect(announced()).toBe("It is planned. Sam sees your yes.");
    expect(goOn).not.toHaveBeenCalled();
  });

  test("for now leads into the check-in that the yes opened, or into the one that runs already", async () => {
    answer.mockResolvedValueOnce({ ok: true, value: { checkInId: "one" } });
    answer.mockResolvedValueOnce({ ok: false, refusal: "alreadyRunning", checkInId: "two" });
    show(proposalAt([]));
    await act(async () => fireEvent.click(screen.getByRole("radio", { name: "Apart" })));
    await press("Yes, now");
    await press("Yes, now");
    expect(answer.mock.calls[0]?.[0]).toMatchObject({ answer: "yes", time: null, mode: "written" });
    expect(goOn.mock.calls).toEqual([["/check-in/one"], ["/check-in/two"]]);
  });

  test("not today asks for no reason and says what the other sees", async () => {
    answer.mockResolvedValue({ ok: true, value: { checkInId: null } });
    show();
    await press("Not today");
    expect(answer.mock.calls[0]?.[0]).toEqual({ proposalId: proposalAt([]).proposalId, answer: "notToday" });
    expect(announced()).toContain("Sam sees not today, and no more than that.");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  test("that was answered elsewhere is said kindly, and a lost line loses nothing", async () => {
    answer.mockResolvedValueOnce({ ok: false, refusal: "noLongerOpen" });
    answer.mockRejectedValueOnce(new TypeError("no network"));
    show();
    await press("Not today");
    expect(screen.getByRole("alert").textContent).toContain("It is no longer open");
    await press("Not today");
    expect(screen.getByRole("alert").textContent).toContain("We could not reach the server.");
  });

  test("closes by itself when its time passes while the page is open", async () => {
    vi.useFakeTimers({ now: sunday - 1000 });
    try {
      show(proposalAt([sunday]), sunday - 1000);
      expect(screen.getByRole("button", { name: "Not today" })).toBeTruthy();
      await act(async () => vi.advanceTimersByTime(1001));
      expect(screen.queryByRole("button", { name: "Not today" })).toBeNull();
      expect(screen.getByText("Its time went by, and it is no longer open. That happens.")).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("one's own asking", () => {
  test("says that the move is the other's, and can be taken back", async () => {
    withdraw.mockResolvedValue({ ok: true, value: null });
    show(proposalAt([sunday], { mine: true, seat: "A" }));
    expect(screen.getByText("Sam's move")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Yes/ })).toBeNull();
    await press("Take it back");
    expect(withdraw).toHaveBeenCalledTimes(1);
    expect(announced()).toBe("It is taken back.");
  });
});

describe("the words of an asking", () => {
  const place = { coupleId, seat: "B" as const, proposalId: proposalAt([]).proposalId };
  const sealed = async (key: CryptoKey, text: string, change: Partial<typeof place> = {}) => {
    const words = await sealProposal(key, { ...place, ...change }, text);
    if (!words.ok) throw new Error(words.refusal);
    return words.value;
  };

  test("are opened on this device, on the paper of the one who asks", async () => {
    const key = await importCoupleKey(makeCoupleKey());
    held.key = key;
    show(proposalAt([sunday], { words: await sealed(key, "I miss you.") }));
    expect((await screen.findByText("I miss you.")).closest("figure")?.textContent).toContain("Sam");
  });

  test("that were moved here from another asking could not be opened, and all else can be answered", async () => {
    const key = await importCoupleKey(makeCoupleKey());
    held.key = key;
    const elsewhere = { proposalId: "0190a1b2-0000-7000-8000-00000000000b" };
    show(proposalAt([sunday], { words: await sealed(key, "I miss you.", elsewhere) }));
    expect(await screen.findByText("This could not be opened")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Not today" })).toBeTruthy();
  });

  test("wait for the plan where home has no key, which asks for no password", async () => {
    const key = await importCoupleKey(makeCoupleKey());
    show(proposalAt([sunday], { words: await sealed(key, "I miss you.") }));
    expect(screen.getByRole("link", { name: "Unlock the words on the plan" }).getAttribute("href")).toBe("/plan");
    expect(screen.queryByLabelText(/password/i)).toBeNull();
  });
});
