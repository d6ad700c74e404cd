import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { CalendarFeed, type CalendarFeedProps } from "./calendar-feed";

const made = (path = "/api/calendar/one.ics") => vi.fn(async () => ({ ok: true as const, value: { path } }));
const done = () => vi.fn(async () => ({ ok: true as const, value: null }));
const show = (props: Partial<CalendarFeedProps> = {}) =>
  renderWithWords(<CalendarFeed createdAt={null} makeFeed={made()} revokeFeed={done()} {...props} />);
const press = (name: string, inside: HTMLElement = document.body) =>
  act(async () => fireEvent.click(within(inside).getByRole("button", { name, hidden: true })));
const address = () => screen.queryByLabelText<HTMLInputElement>("Private address")?.value;

test("an address is shown once it is made, whole, and for calendar programs", async () => {
  show();
  expect(screen.getByText("There is no address yet.")).toBeTruthy();
  await press("Make a private address");
  const whole = new URL("/api/calendar/one.ics", window.location.origin).href;
  expect(address()).toBe(whole);
  expect(screen.getByRole("link", { name: "Open in a calendar program" }).getAttribute("href")).toBe(
    whole.replace(/^https?:/, "webcal:"),
  );
});

test("one that stands is not shown again", () => {
  show({ createdAt: "2026-11-01T12:00:00.000Z" });
  expect(address()).toBeUndefined();
  expect(screen.getByText(/no copy that could be shown again/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Make a private address" })).toBeNull();
});

test("taking it away is asked once more, with what follows from it", async () => {
  const revokeFeed = done();
  show({ createdAt: "2026-11-01T12:00:00.000Z", revokeFeed });
  await press("Take it away");
  const dialog = screen.getByRole("dialog", { hidden: true });
  expect(dialog.textContent).toContain("get nothing from now on");
  expect(revokeFeed).not.toHaveBeenCalled();
  await press("Take it away", dialog);
  expect(revokeFeed).toHaveBeenCalledOnce();
  expect(screen.getAllByText("The address is gone.").length).toBeGreaterThan(0);
  expect(screen.getByRole("button", { name: "Make a private address" })).toBeTruthy();
});

test("what could not be taken away still stands, and the page says what stood in the way", async () => {
  const revokeFeed = vi.fn(async () => ({ ok: false as const, refusal: "unavailable" }));
  show({ createdAt: "2026-11-01T12:00:00.000Z", revokeFeed });
  await press("Take it away");
  await press("Take it away", screen.getByRole("dialog", { hidden: true }));
  expect(screen.getAllByText(/Something is out of order/).length).toBeGreaterThan(0);
  expect(screen.getByText(/no copy that could be shown again/)).toBeTruthy();
});

test("a line that is down makes no address", async () => {
  show({ makeFeed: () => Promise.reject(new TypeError("no network")) });
  await press("Make a private address");
  expect(screen.getByRole("alert").textContent).toContain("We could not reach the server");
  expect(address()).toBeUndefined();
});
