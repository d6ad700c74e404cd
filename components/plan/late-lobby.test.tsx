import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { press, renderWithWords } from "@/components/ui/test-kit";
import { LateLobby, type LateWays } from "./late-lobby";
import { pair, plannedAt, sunday } from "./test-kit";

const goOn = vi.hoisted(() => vi.fn());
vi.mock("@/components/auth/go-on", () => ({ goOn }));
const write = vi.fn<LateWays["write"]>();
const move = vi.fn<LateWays["move"]>();
const wait = vi.fn();
beforeEach(() => {
  for (const mock of [goOn, write, move, wait]) mock.mockReset();
});

const show = (change: Partial<LateWays> = {}) =>
  renderWithWords(
    <LateLobby
      {...{ pair, write, move }}
      checkInId="one"
      planned={plannedAt(sunday, { sequence: 2 })}
      isSpoken
      onWait={wait}
      {...change}
    />,
  );

test("a late partner leaves three ways: wait, write it instead, move it", async () => {
  show();
  const ways = screen.getAllByRole("button").map(({ textContent }) => textContent);
  expect(ways).toEqual(["Wait a little longer", "Write it instead", "Move it"]);
  await press("Wait a little longer");
  expect(wait).toHaveBeenCalledTimes(1);
});

test("writing leads into the one that is written; where somebody has begun meanwhile nothing is ended", async () => {
  write.mockResolvedValueOnce({ ok: false, refusal: "noLongerOpen" });
  write.mockResolvedValueOnce({ ok: true, value: { checkInId: "two" } });
  show();
  await press("Write it instead");
  expect(screen.getByRole("alert").textContent).toContain("It is no longer open");
  expect(goOn).not.toHaveBeenCalled();
  await press("Write it instead");
  expect(goOn).toHaveBeenCalledExactlyOnceWith("/check-in/two");
});

test("moving it leads home", async () => {
  move.mockResolvedValue({ ok: true, value: null });
  show();
  await press("Move it");
  fireEvent.change(screen.getByLabelText("Day"), { target: { value: "2026-11-30" } });
  const buttons = screen.getAllByRole("button", { name: "Move it" });
  await act(async () => fireEvent.click(buttons.at(-1) ?? screen.getByRole("dialog")));
  expect(move.mock.calls[0]?.[0]).toMatchObject({ sequence: 2, to: { date: "2026-11-30", time: "19:30" } });
  expect(goOn).toHaveBeenCalledExactlyOnceWith("/us");
});

test("one that was not planned is not moved but asked for anew, and a written one is not written instead", () => {
  show({ planned: null, isSpoken: false });
  expect(screen.queryByRole("button", { name: "Write it instead" })).toBeNull();
  expect(screen.getByRole("link", { name: "Find another time" }).getAttribute("href")).toBe("/plan/ask");
});
