import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { OfflineNote } from "./offline-note";

const goOn = vi.hoisted(() => vi.fn());
vi.mock("@/components/auth/go-on", () => ({ goOn }));

const line = vi.spyOn(navigator, "onLine", "get");
const goes = (isUp: boolean) =>
  act(() => {
    line.mockReturnValue(isUp);
    window.dispatchEvent(new Event(isUp ? "online" : "offline"));
  });
const scrolled = vi.fn();
const reach = vi.fn<typeof fetch>();

beforeEach(() => {
  line.mockReturnValue(true);
  goOn.mockReset();
  reach.mockReset();
  scrolled.mockReset();
  vi.stubGlobal("fetch", reach);
  Element.prototype.scrollIntoView = scrolled;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a page says that the line is gone, in a region that stood there before, and no more once it is back", () => {
  render(<OfflineNote>You are offline.</OfflineNote>);
  const region = screen.getByRole("status");
  expect(region.textContent).toBe("");
  goes(false);
  expect(region.textContent).toBe("You are offline.");
  goes(true);
  expect(region.textContent).toBe("");
});

describe("a link that is pressed without a line", () => {
  const pressed = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
  const press = (href: string) => {
    pressed.mockClear();
    render(
      <>
        <OfflineNote>You are offline.</OfflineNote>
        <a href={href} onClick={pressed}>
          There
        </a>
      </>,
    );
    goes(false);
    act(() => void fireEvent.click(screen.getByRole("link")));
  };

  test("leaves the page as it is and shows the note", async () => {
    reach.mockRejectedValue(new TypeError("no network"));
    press("/plan");
    expect(pressed).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(scrolled).toHaveBeenCalled());
    expect(goOn).not.toHaveBeenCalled();
  });

  test("leads on where the server answers even so", async () => {
    reach.mockResolvedValue(new Response("{}"));
    press("/plan");
    await vi.waitFor(() => expect(goOn).toHaveBeenCalledExactlyOnceWith(new URL("/plan", location.href).href));
  });

  test.each(["https://example.org/", "#main"])("is left alone where it leads to %s", (href) => {
    press(href);
    expect(pressed).toHaveBeenCalledTimes(1);
    expect(reach).not.toHaveBeenCalled();
  });
});
