import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { play } from "@/lib/check-in/test-kit";
import { viewFor } from "@/lib/check-in/view";
import { listGuides } from "@/lib/guides/find-guide";
import { standard } from "@/lib/guides/standard";
import type { Seat } from "@/lib/ids";
import { Running } from "./running";
import { StartCheckIn, type StartCheckInProps } from "./start-check-in";
import { Unpaired } from "./unpaired";

const goOn = vi.hoisted(() => vi.fn());
vi.mock("@/components/auth/go-on", () => ({ goOn }));
beforeEach(() => goOn.mockReset());

describe("somebody who is not linked", () => {
  test("chooses to invite, to join or to try the demo", () => {
    renderWithWords(<Unpaired open={null} lately={null} former={null} />);
    const hrefs = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(hrefs).toEqual(["/us/invite", "/join", "/demo"]);
  });

  test("finds the invitation that waits, and who asks with its code", () => {
    const expiresAt = "2026-01-04T12:00:00.000Z";
    const page = renderWithWords(<Unpaired open={{ expiresAt, asks: null }} lately={null} former={null} />);
    expect(screen.getByRole("heading", { name: "Your invitation is on its way" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Invite my partner" })).toBeNull();
    page.rerender(<Unpaired open={{ expiresAt, asks: "Sam" }} lately={null} former={null} />);
    expect(screen.getByRole("heading", { name: "Sam asks to join with your code." })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Compare six words" }).getAttribute("href")).toBe("/us/invite");
  });

  test("reads the very note that the page of unlinking promised", () => {
    renderWithWords(<Unpaired open={null} lately={null} former={{ name: "Sam" }} />);
    expect(screen.getByText("You and Sam are not linked any more")).toBeTruthy();
    expect(screen.getByText(/For 30 days you both can read/)).toBeTruthy();
  });

  test("is not promised words that went with the other's account", () => {
    renderWithWords(<Unpaired open={null} lately={null} former={{ name: null }} />);
    expect(screen.getByText("You and your former partner are not linked any more")).toBeTruthy();
    expect(screen.getByText(/what they wrote if they left it to you/)).toBeTruthy();
    expect(screen.queryByText(/For 30 days/)).toBeNull();
  });
});

const runningOf = (game: ReturnType<typeof play>, seat: Seat) => {
  const { checkInId, status, onBreak } = viewFor(game.state, seat);
  return { checkInId, status, openedByMe: game.log[0].seat === seat, backAt: onBreak?.until ?? null };
};

describe("a check-in that runs", () => {
  test("is an invitation to the one who did not open it, and told to the one who did", () => {
    const game = play(standard);
    const page = renderWithWords(<Running running={runningOf(game, "B")} theirName="Mara" now={0} />);
    expect(screen.getByRole("heading", { name: "Mara opened a check-in" })).toBeTruthy();
    expect(screen.getByText("Join when you're ready.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Join" }).getAttribute("href")).toBe(`/check-in/${game.state.checkInId}`);
    page.rerender(<Running running={runningOf(game, "A")} theirName="Sam" now={0} />);
    expect(screen.getByRole("heading", { name: "Your check-in is open" })).toBeTruthy();
  });

  test("names nobody once it has begun", () => {
    const game = play(standard);
    game.both({ type: "ready" });
    renderWithWords(<Running running={runningOf(game, "B")} theirName="Mara" now={0} />);
    expect(screen.getByRole("heading", { name: "Your check-in is under way" })).toBeTruthy();
    expect(screen.queryByText(/Mara/)).toBeNull();
  });

  test("says when its pause is over and not who asked for it", () => {
    const game = play(standard);
    game.act("A", { type: "pause", minutes: 20 });
    const running = runningOf(game, "B");
    const until = running.backAt ?? 0;
    const page = renderWithWords(<Running running={running} theirName="Mara" now={until - 1} />);
    expect(screen.getByRole("heading", { name: "You two are taking a pause" })).toBeTruthy();
    const time = screen.getByText(/^\d\d:\d\d$/);
    expect(time.getAttribute("datetime")).toBe(new Date(until).toISOString());
    expect(screen.queryByText(/Mara/)).toBeNull();
    page.rerender(<Running running={running} theirName="Mara" now={until} />);
    expect(screen.getByText(/Come back when you're ready\./)).toBeTruthy();
  });
});

type Asked = Parameters<StartCheckInProps["start"]>[0];
const start = vi.fn<StartCheckInProps["start"]>();
beforeEach(() => start.mockReset());
const show = () => renderWithWords(<StartCheckIn guides={[standard]} theirName="Sam" start={start} />);
const press = async () =>
  act(async () => fireEvent.click(screen.getByRole("button", { name: /Open a check-in|Opening it/ })));
const asked = (): Asked[] => start.mock.calls.map(([input]) => input);

describe("opening a check-in", () => {
  test("leads into it, in the way that was chosen", async () => {
    start.mockResolvedValue({ ok: true, value: { checkInId: "one" } });
    show();
    fireEvent.click(screen.getByRole("radio", { name: /Apart/ }));
    await press();
    expect(asked()).toMatchObject([{ guideId: "standard", mode: "written" }]);
    expect(goOn).toHaveBeenCalledExactlyOnceWith("/check-in/one");
  });

  test("is of the guide that was chosen, whose length stands beside it", async () => {
    start.mockResolvedValue({ ok: true, value: { checkInId: "one" } });
    renderWithWords(<StartCheckIn guides={listGuides()} theirName="Sam" start={start} />);
    expect(screen.getByText("20 to 30 minutes")).toBeTruthy();
    expect(screen.getByText("5 minutes")).toBeTruthy();
    fireEvent.click(screen.getByRole("radio", { name: /^Our weekly/ }));
    expect(screen.getByText(/a turn each to be heard/)).toBeTruthy();
    await press();
    expect(asked()).toMatchObject([{ guideId: "weekly" }]);
  });

  test("is asked once, however often the button is pressed", async () => {
    let answer = (_: Awaited<ReturnType<typeof start>>) => {};
    start.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    show();
    await press();
    await press();
    await act(async () => answer({ ok: true, value: { checkInId: "one" } }));
    expect(start).toHaveBeenCalledTimes(1);
    expect(goOn).toHaveBeenCalledTimes(1);
  });

  test("keeps its id when the answer got lost, so that the next press opens no second one", async () => {
    start.mockRejectedValueOnce(new TypeError("no network"));
    start.mockResolvedValueOnce({ ok: false, refusal: "unavailable" });
    start.mockResolvedValueOnce({ ok: true, value: { checkInId: "one" } });
    show();
    await press();
    expect(screen.getByRole("alert").textContent).toContain("We could not reach the server.");
    await press();
    expect(screen.getByRole("alert").textContent).toContain("out of order on our side");
    await press();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(new Set(asked().map(({ commandId }) => commandId)).size).toBe(1);
    expect(goOn).toHaveBeenCalledExactlyOnceWith("/check-in/one");
  });
});
