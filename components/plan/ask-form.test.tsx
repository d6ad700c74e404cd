import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { listGuides } from "@/lib/guides/find-guide";
import { standard } from "@/lib/guides/standard";
import { coupleIdSchema } from "@/lib/ids";
import { proposeSchema } from "@/lib/plan/planning";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { AskForm, type AskFormProps } from "./ask-form";
import type { ProposeInput } from "./plan-action";
import { openProposal } from "./seal-proposal";
import { hourMs, pair, sunday } from "./test-kit";

const goOn = vi.hoisted(() => vi.fn());
vi.mock("@/components/auth/go-on", () => ({ goOn }));

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const other = "0190a1b2-0000-7000-8000-00000000000b";
const propose = vi.fn<AskFormProps["propose"]>();
let coupleKey: CryptoKey;
beforeEach(async () => {
  propose.mockReset();
  localStorage.clear();
  coupleKey = await importCoupleKey(makeCoupleKey());
  vi.useFakeTimers({ now: sunday - 72 * hourMs, toFake: ["Date"] });
  return () => vi.useRealTimers();
});

const show = (change: Partial<AskFormProps> = {}) =>
  renderWithWords(
    <AskForm
      {...{ coupleKey, coupleId, pair, propose }}
      seat="A"
      guides={[standard]}
      counterOf={null}
      days={[]}
      at={sunday}
      {...change}
    />,
  );
const type = (label: string, value: string, nth = 0) => {
  const typed = screen.getAllByLabelText(label)[nth];
  if (!typed) throw new Error(`There is no field ${label} number ${nth}`);
  fireEvent.change(typed, { target: { value } });
};
// By their words alone: to work out the role of each element of a form so long takes a busy machine seconds.
const press = (name: string | RegExp) => fireEvent.click(screen.getByText(name));
const field = () => screen.getByLabelText(/^Your words/);
const send = async () => {
  await act(async () => press(/^(Ask Sam|Offer Sam this time)$/));
  await vi.waitFor(() => expect(screen.queryByText("Sealing your words")).toBeNull());
};
const asked = (nth = 0): ProposeInput => {
  const input = propose.mock.calls[nth]?.[0];
  if (!input) throw new Error("Nothing was asked");
  return input;
};
const yes = { ok: true, value: { proposalId: "one" } } as const;

describe("asking", () => {
  test("offers three soft openings, each of them editable, and seals what became of it", async () => {
    propose.mockResolvedValue(yes);
    show();
    expect(screen.getByRole("list", { name: "Openings to begin with" }).children).toHaveLength(3);
    press(/Would you have a little time for us/);
    press(/Something is on my heart/);
    expect(field()).toHaveProperty(
      "value",
      "Something is on my heart. Would you listen for a bit, whenever suits you?",
    );
    fireEvent.change(field(), { target: { value: "Tea on the balcony?" } });
    await send();
    const { words, proposalId, ...rest } = asked();
    expect(proposeSchema.safeParse(asked()).success).toBe(true);
    expect(rest).toEqual({
      guideId: "standard",
      minutes: 30,
      zone: "Europe/Berlin",
      counterOf: null,
      times: [{ date: "2026-11-29", time: "19:30", zone: "Europe/Berlin" }],
    });
    expect(JSON.stringify(asked())).not.toContain("Tea");
    if (!words) throw new Error("Nothing was sealed");
    const opened = await openProposal(coupleKey, { coupleId, seat: "A", proposalId }, words);
    expect(opened).toEqual({ ok: true, value: "Tea on the balcony?" });
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("It is on its way to Sam"));
  });

  test("an opening does not take away what somebody wrote themselves", () => {
    show();
    fireEvent.change(field(), { target: { value: "My own." } });
    press(/I'd like to hear how you are/);
    expect(field()).toHaveProperty(
      "value",
      "My own.\nI'd like to hear how you are, and tell you how I am. Shall we sit down together?",
    );
  });

  test("for now names no time, and without words sends none", async () => {
    propose.mockResolvedValue(yes);
    show();
    fireEvent.click(screen.getByLabelText("Now"));
    await send();
    expect(asked()).toMatchObject({ times: [], words: null });
  });

  test("names up to three times, each with the other's hour under it", async () => {
    propose.mockResolvedValue(yes);
    show();
    press("Offer one more time");
    press("Offer one more time");
    expect(screen.queryByText("Offer one more time")).toBeNull();
    type("Time", "08:00", 1);
    type("Day", "2026-12-01", 2);
    expect(screen.getByText("02:00 for Sam · 08:00 for you")).toBeTruthy();
    press("Take time 1 out");
    await send();
    expect(asked().times.map(({ date, time }) => `${date} ${time}`)).toEqual(["2026-11-30 08:00", "2026-12-01 19:30"]);
  });

  test("takes a time from what both have in common", async () => {
    propose.mockResolvedValue(yes);
    const from = sunday + 24 * hourMs;
    show({ days: [{ date: "2026-11-30", stretches: [{ from, until: from + 2 * hourMs }] }] });
    press("Mon, Nov 30, 19:30 to 21:30");
    await send();
    expect(asked().times).toEqual([{ date: "2026-11-30", time: "19:30", zone: "Europe/Berlin" }]);
  });

  test("says before it is sent what a clock change makes of a time, and lets one of two be chosen", async () => {
    propose.mockResolvedValue(yes);
    show();
    type("Day", "2027-03-28");
    type("Time", "02:30");
    expect(screen.getByText(/The clocks go forward that night, and 02:30 does not exist/)).toBeTruthy();
    type("Day", "2027-10-31");
    fireEvent.click(screen.getByLabelText("The second"));
    await send();
    expect(asked().times).toEqual([{ date: "2027-10-31", time: "02:30", zone: "Europe/Berlin", which: "second" }]);
  });

  test("says under a time that it is past, and not under the others", () => {
    show();
    press("Offer one more time");
    type("Day", "2026-11-02", 1);
    const past = "That time is in the past already. A later one will do.";
    expect(screen.getByText(past).closest("fieldset")?.textContent).toContain("Time 2");
    type("Day", "2026-12-02", 1);
    expect(screen.queryByText(past)).toBeNull();
  });

  test("sets aside as long as the chosen guide takes, and any other length for whoever says so", async () => {
    propose.mockResolvedValue(yes);
    show({ guides: listGuides() });
    fireEvent.click(screen.getByLabelText(/^Our weekly/));
    expect(screen.getByLabelText("How long")).toHaveProperty("value", "60");
    expect(screen.getByText("This one usually takes 45 to 60 minutes.")).toBeTruthy();
    fireEvent.change(screen.getByLabelText("How long"), { target: { value: "90" } });
    await send();
    expect(asked()).toMatchObject({ guideId: "weekly", minutes: 90 });
  });

  test("for five minutes begins with the guide that takes five", async () => {
    propose.mockResolvedValue(yes);
    show({ guides: listGuides(), minutes: 5 });
    expect(screen.getByText("This one usually takes 5 minutes.")).toBeTruthy();
    await send();
    expect(asked()).toMatchObject({ guideId: "daily-five", minutes: 5 });
  });

  test("with another time answers the other's asking", async () => {
    propose.mockResolvedValue(yes);
    show({ counterOf: other });
    expect(screen.queryByLabelText("Now")).toBeNull();
    await send();
    expect(asked()).toMatchObject({ counterOf: other });
    expect(screen.getByRole("heading", { name: "Sam sees your time now" })).toBeTruthy();
  });
});

describe("an asking that did not go through", () => {
  test("for now leads into the check-in that runs already", async () => {
    propose.mockResolvedValue({ ok: false, refusal: "alreadyRunning", checkInId: "two" });
    show();
    fireEvent.click(screen.getByLabelText("Now"));
    await send();
    expect(goOn).toHaveBeenCalledExactlyOnceWith("/check-in/two");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("is the same asking when it is sent again, and another once it was changed", async () => {
    propose.mockRejectedValueOnce(new TypeError("no network"));
    propose.mockResolvedValueOnce({ ok: false, refusal: "unavailable" });
    propose.mockResolvedValueOnce(yes);
    show();
    await send();
    expect(screen.getByRole("alert").textContent).toContain("What you chose stays here");
    await send();
    type("Time", "20:00");
    await send();
    expect(asked(1)).toEqual(asked(0));
    expect(asked(2).proposalId).not.toBe(asked(0).proposalId);
  });

  test("says no more about it once something is changed", async () => {
    propose.mockResolvedValueOnce({ ok: false, refusal: "sameTimeTwice" });
    show();
    await send();
    expect(screen.getByRole("alert").textContent).toContain("Two of the times are the same.");
    type("Time", "20:00");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("is there again after a reload, and gone once it was acknowledged", async () => {
    propose.mockResolvedValueOnce({ ok: false, refusal: "pastTime" });
    propose.mockResolvedValueOnce(yes);
    const page = show();
    type("Day", "2026-12-24");
    fireEvent.change(field(), { target: { value: "Tea?" } });
    await send();
    expect(screen.getByRole("alert").textContent).toContain("That time is in the past already.");
    page.unmount();
    const again = show();
    await screen.findByDisplayValue("Tea?");
    expect(screen.getByDisplayValue("2026-12-24")).toBeTruthy();
    expect(Object.values(localStorage).join()).not.toContain("Tea");
    await send();
    again.unmount();
    expect(localStorage).toHaveLength(0);
  });
});
