import { act, screen } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { press, renderWithWords } from "@/components/ui/test-kit";
import { LobbyDoor, type LobbyDoorProps } from "./lobby-door";
import { hourMs, minuteMs, pair, plannedAt, sunday } from "./test-kit";

const goOn = vi.hoisted(() => vi.fn());
vi.mock("@/components/auth/go-on", () => ({ goOn }));
beforeEach(() => goOn.mockReset());

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
