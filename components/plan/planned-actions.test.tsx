import { fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { announced, press, renderWithWords } from "@/components/ui/test-kit";
import { PlannedActions, type PlannedActionsProps } from "./planned-actions";
import { pair, plannedAt, sunday } from "./test-kit";
import { Told } from "./told";

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
      plannedId: planned.plannedId,
      sequence: 3,
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
      plannedId: planned.plannedId,
      sequence: 4,
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
