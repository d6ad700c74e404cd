import { act, fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import type { ChangeView } from "@/lib/plan/planning";
import { ChangesList } from "./changes-list";
import { LobbyDoor, type LobbyDoorProps } from "./lobby-door";
import { NothingPlanned } from "./nothing-planned";
import { planRefusals } from "./plan-action";
import { PlanRefusalNotice } from "./plan-refusal";
import { PlannedActions, type PlannedActionsProps } from "./planned-actions";
import { RhythmCard } from "./rhythm-card";
import { hourMs, minuteMs, pair, plannedAt, sunday } from "./test-kit";
import { Told } from "./told";
import { WishGate } from "./wish-gate";
import { ZoneQuestion } from "./zone-question";

const goOn = vi.hoisted(() => vi.fn());
vi.mock("@/components/auth/go-on", () => ({ goOn }));
beforeEach(() => {
  goOn.mockReset();
  localStorage.clear();
});
const press = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole("button", { name })));
const announced = () =>
  screen
    .getAllByTestId("announced")
    .map(({ textContent }) => textContent)
    .join("");

test("every refusal of planning has a sentence of its own", () => {
  const sentences = planRefusals.map((refusal) => {
    const page = renderWithWords(<PlanRefusalNotice refused={{ refusal }} zone="UTC" time="02:30" />);
    const said = screen.getByRole("alert").textContent ?? "";
    page.unmount();
    return said;
  });
  expect(new Set(sentences).size).toBe(planRefusals.length);
  expect(sentences[planRefusals.indexOf("skippedTime")]).toContain("The clocks go forward that night, and 02:30");
});

test("a rest that is not over yet is told with its end, by one's own clock", () => {
  renderWithWords(<PlanRefusalNotice refused={{ refusal: "restingUntil", until: sunday }} zone="Europe/Berlin" />);
  expect(screen.getByRole("alert").textContent).toContain("You can ask again from Sunday, November 29 at 19:30.");
});

describe("a planned check-in", () => {
  const move = vi.fn<PlannedActionsProps["move"]>();
  const skip = vi.fn<PlannedActionsProps["skip"]>();
  const moveFollowing = vi.fn<NonNullable<PlannedActionsProps["moveFollowing"]>>();
  beforeEach(() => {
    for (const mock of [move, skip, moveFollowing]) mock.mockReset();
  });
  const planned = plannedAt(sunday, { sequence: 3 });
  const show = () =>
    renderWithWords(
      <Told>
        <PlannedActions {...{ planned, pair, move, skip, moveFollowing }} when="Sunday 19:30" />
      </Told>,
    );

  test("moves alone, as it was seen, in one's own zone", async () => {
    move.mockResolvedValue({ ok: true, value: null });
    show();
    await press("Move: Sunday 19:30");
    const sheet = within(screen.getByRole("dialog", { name: "Another time" }));
    fireEvent.change(sheet.getByLabelText("Time"), { target: { value: "20:15" } });
    await press("Move it");
    expect(move.mock.calls[0]?.[0]).toEqual({
      ...{ plannedId: planned.plannedId, sequence: 3 },
      to: { date: "2026-11-29", time: "20:15", zone: "Europe/Berlin" },
    });
    expect(announced()).toBe("Moved to Sunday, November 29 at 20:15.");
  });

  test("with those after it is an offer to the other", async () => {
    moveFollowing.mockResolvedValue({ ok: true, value: null });
    show();
    await press("Move: Sunday 19:30");
    fireEvent.click(screen.getByRole("radio", { name: /This one and those after it/ }));
    await press("Offer it to Sam");
    expect(moveFollowing.mock.calls[0]?.[0]).toMatchObject({ sequence: 3, rhythmId: expect.any(String) });
    expect(move).not.toHaveBeenCalled();
    expect(announced()).toContain("Until the yes, all stays as it is.");
  });

  test("that was skipped can be put back where it was", async () => {
    skip.mockResolvedValue({ ok: true, value: { sequence: 4 } });
    move.mockResolvedValue({ ok: true, value: null });
    show();
    await press("Skip: Sunday 19:30");
    expect(announced()).toBe("Skipped: Sunday 19:30. Sam sees it. Everything else stays.");
    await press("Put it back");
    expect(move.mock.calls[0]?.[0]).toEqual({
      ...{ plannedId: planned.plannedId, sequence: 4 },
      to: { date: "2026-11-29", time: "19:30", zone: "Europe/Berlin" },
    });
    expect(announced()).toBe("It is back where it was.");
  });

  test("that somebody changed meanwhile is left alone", async () => {
    skip.mockResolvedValue({ ok: false, refusal: "changedMeanwhile" });
    show();
    await press("Skip: Sunday 19:30");
    expect(screen.getByRole("alert").textContent).toContain("It was changed a moment ago.");
  });
});

describe("the lobby's door", () => {
  const start = vi.fn<LobbyDoorProps["start"]>();
  beforeEach(() => start.mockReset().mockResolvedValue({ ok: true, value: { checkInId: "one" } }));
  const show = (now: number) => renderWithWords(<LobbyDoor planned={plannedAt(sunday)} {...{ pair, now, start }} />);

  test("opens by itself ten minutes before, while the page is open", async () => {
    vi.useFakeTimers({ now: sunday - 11 * minuteMs });
    try {
      show(sunday - 11 * minuteMs);
      expect(screen.getByText(/^The lobby opens at 19:20\./)).toBeTruthy();
      await act(async () => vi.advanceTimersByTime(minuteMs));
      expect(screen.getByText("The lobby is open. Sam can come in too.")).toBeTruthy();
      await press("Go to the lobby");
      expect(start.mock.calls[0]?.[0]).toMatchObject({ early: false, mode: "spoken" });
      expect(goOn).toHaveBeenCalledExactlyOnceWith("/check-in/one");
    } finally {
      vi.useRealTimers();
    }
  });

  test("is passed early by a second word, and late without a reproach", async () => {
    const page = show(sunday - hourMs);
    expect(screen.queryByRole("button", { name: "Begin now" })).toBeNull();
    await press("Start early");
    await press("Begin now");
    expect(start.mock.calls[0]?.[0]).toMatchObject({ early: true });
    page.unmount();
    show(sunday + hourMs);
    expect(screen.getByText("It was planned for 19:30. You two can still begin, or move it.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Begin now" })).toBeTruthy();
  });

  test("days before offers no way in", () => {
    show(sunday - 48 * hourMs);
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("a browser in another zone", () => {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const elsewhere = here === "Asia/Kathmandu" ? "Pacific/Pago_Pago" : "Asia/Kathmandu";
  const tellZone = vi.fn(async () => ({ ok: true, value: null }) as const);
  beforeEach(() => tellZone.mockClear());
  const show = (zone: string | null) =>
    renderWithWords(
      <Told>
        <ZoneQuestion zone={zone} tellZone={tellZone} />
      </Told>,
    );

  test("is told silently the first time, and never again by itself", async () => {
    const first = await act(async () => show(null));
    expect(tellZone.mock.calls).toEqual([[{ zone: here }]]);
    expect(screen.queryByRole("heading")).toBeNull();
    first.unmount();
    await act(async () => show(elsewhere));
    expect(tellZone).toHaveBeenCalledTimes(1);
  });

  test("asks, and keeps what was kept on this device", async () => {
    const page = await act(async () => show(elsewhere));
    expect(screen.getByRole("heading", { name: /^You seem to be in/ })).toBeTruthy();
    await press(/^Keep /);
    expect(tellZone).not.toHaveBeenCalled();
    page.unmount();
    await act(async () => show(elsewhere));
    expect(screen.queryByRole("heading")).toBeNull();
  });

  test("switches when it is told to", async () => {
    await act(async () => show(elsewhere));
    await press(/^Use /);
    expect(tellZone.mock.calls).toEqual([[{ zone: here }]]);
  });
});

test("ending a rhythm is asked twice, and says what follows", async () => {
  const end = vi.fn(async () => ({ ok: true, value: null }) as const);
  const rule = { every: "week" as const, weekdays: [7], at: "19:30", from: "2026-01-01" };
  const rhythm = { rhythmId: "one", mine: true, guideId: "standard", minutes: 30, zone: "Europe/Berlin", rule };
  renderWithWords(<RhythmCard {...{ rhythm, pair, end }} />);
  expect(screen.getByText(/It goes by Berlin time/)).toBeTruthy();
  await press("End it");
  expect(end).not.toHaveBeenCalled();
  const sheet = within(screen.getByRole("dialog", { name: "End this rhythm?" }));
  expect(sheet.getAllByRole("listitem")).toHaveLength(2);
  await act(async () => fireEvent.click(sheet.getByRole("button", { name: "End it" })));
  expect(end).toHaveBeenCalledTimes(1);
});

test("the private question offers the three ways, and leads on where one invites", async () => {
  renderWithWords(
    <WishGate pair={pair} nextAt={sunday} againAt={null}>
      <p>The form</p>
    </WishGate>,
  );
  expect(screen.getByRole("heading", { name: "Is it a wish to connect, or to be sure?" })).toBeTruthy();
  expect(screen.queryByText("The form")).toBeNull();
  await press("Invite");
  expect(screen.getByText("The form")).toBeTruthy();
});

test("bringing it along names the next one, and letting it be asks for nothing more", async () => {
  const page = renderWithWords(<WishGate pair={pair} nextAt={sunday} againAt={sunday - hourMs} />);
  expect(screen.queryByRole("button", { name: "Invite" })).toBeNull();
  expect(screen.getByText("Sunday, November 29 at 18:30")).toBeTruthy();
  await press("Bring it to our next one");
  expect(screen.getByText("Sunday, November 29 at 19:30")).toBeTruthy();
  page.unmount();
  renderWithWords(<WishGate pair={pair} nextAt={null} againAt={sunday} />);
  await press("Let it be");
  expect(screen.getByText("Then let it rest for today. You can breathe out.")).toBeTruthy();
});

test("a long gap asks for five minutes and no catching up; one that nobody came to blames nobody", () => {
  const page = renderWithWords(
    <NothingPlanned pair={pair} lapsedAt={null} lastAt={sunday} now={sunday + 15 * 24 * hourMs} />,
  );
  expect(screen.getByText("No catching up needed. Start with five minutes?")).toBeTruthy();
  const five = screen.getByRole("link", { name: "Ask Sam for five minutes" }).getAttribute("href");
  expect(five).toBe("/plan/ask?minutes=5");
  page.unmount();
  renderWithWords(<NothingPlanned pair={pair} lapsedAt={sunday} lastAt={null} now={sunday + hourMs} />);
  expect(screen.getByText(/neither of you came\. That happens\./)).toBeTruthy();
});

test("what changed is told with its date and by whom, each by one's own clock", () => {
  const change = (kind: ChangeView["kind"], more: Partial<ChangeView>): ChangeView => ({
    ...{ id: kind, at: sunday, seat: "A", kind, detail: {} },
    ...more,
  });
  renderWithWords(
    <ChangesList
      pair={pair}
      changes={[
        change("moved", { seat: "B", detail: { from: sunday, to: sunday + hourMs } }),
        change("skipped", { detail: { from: sunday } }),
        change("lapsed", { seat: null, detail: { from: sunday } }),
        change("keepShortened", { detail: { days: 30 } }),
        change("keepLengthened", { detail: { days: null } }),
      ]}
    />,
  );
  const told = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(told).toEqual([
    "Sunday, November 29Sam moved Sun, Nov 29, 19:30 to Sun, Nov 29, 20:30.",
    "Sunday, November 29You skipped Sun, Nov 29, 19:30.",
    "Sunday, November 29Sun, Nov 29, 19:30 went by. That happens.",
    "Sunday, November 29You chose to keep check-ins for 30 days.",
    "Sunday, November 29You two chose to keep check-ins until you say otherwise.",
  ]);
});
