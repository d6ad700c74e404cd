import { act, screen } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { press, renderWithWords } from "@/components/ui/test-kit";
import { Told } from "./told";
import { ZoneQuestion } from "./zone-question";

beforeEach(() => localStorage.clear());

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
