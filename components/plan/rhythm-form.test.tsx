import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { listGuides } from "@/lib/guides/find-guide";
import { standard } from "@/lib/guides/standard";
import { offerRhythmSchema } from "@/lib/plan/planning";
import { RhythmForm, type RhythmFormProps } from "./rhythm-form";
import { pair, sunday } from "./test-kit";

const offer = vi.fn<RhythmFormProps["offer"]>();
beforeEach(() => {
  offer.mockReset();
  vi.useFakeTimers({ now: sunday, toFake: ["Date"] });
  return () => vi.useRealTimers();
});

const show = (current: RhythmFormProps["current"] = null, guides: RhythmFormProps["guides"] = [standard]) =>
  renderWithWords(<RhythmForm {...{ pair, current, offer, guides }} offered={null} />);
const press = () => act(async () => fireEvent.click(screen.getByRole("button", { name: /Offer it to Sam/ })));
const tick = (name: string) => fireEvent.click(screen.getByRole("checkbox", { name }));
const asked = (nth = 0) => offerRhythmSchema.parse(offer.mock.calls[nth]?.[0]);

test("the sentence follows what is chosen, and says the other's hour", () => {
  show();
  expect(screen.getByText("Every Sunday at 19:30 for 30 minutes")).toBeTruthy();
  expect(screen.getByText("13:30 for Sam · 19:30 for you")).toBeTruthy();
  tick("Wednesday");
  expect(screen.getByText("Every Wednesday and Sunday at 19:30 for 30 minutes")).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "Every other week" }));
  expect(screen.getByText("Every other week on Wednesday and Sunday at 19:30 for 30 minutes")).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "Every month" }));
  fireEvent.change(screen.getByLabelText("On the"), { target: { value: "-1" } });
  fireEvent.change(screen.getByLabelText("For"), { target: { value: "45" } });
  expect(screen.getByText("Every last Sunday of the month at 19:30 for 45 minutes")).toBeTruthy();
});

test("what is offered is what the sentence says, from today on in one's own zone", async () => {
  offer.mockResolvedValue({ ok: true, value: { rhythmId: "one" } });
  show();
  tick("Wednesday");
  fireEvent.change(screen.getByLabelText("At"), { target: { value: "08:15" } });
  await press();
  expect(asked()).toMatchObject({
    guideId: "standard",
    minutes: 30,
    zone: "Europe/Berlin",
    rule: { every: "week", weekdays: [3, 7], at: "08:15", from: "2026-11-29" },
  });
  expect(document.activeElement?.textContent).toBe("Sam sees your rhythm now");
});

test("without a day there is nothing to offer, and it says what is needed", () => {
  show();
  tick("Sunday");
  expect(screen.getByText("Choose a day and a time.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Offer it to Sam" })).toHaveProperty("disabled", true);
});

test("another one begins with the one that holds, and keeps its zone", async () => {
  offer.mockResolvedValueOnce({ ok: false, refusal: "rhythmStands" });
  offer.mockResolvedValueOnce({ ok: true, value: { rhythmId: "one" } });
  const rule = { every: "month", nth: 2, weekday: 3, at: "12:00", from: "2026-01-01" } as const;
  show({ rule, minutes: 45, zone: "America/New_York", guideId: "standard" });
  expect(screen.getByText("Every second Wednesday of the month at 12:00 for 45 minutes")).toBeTruthy();
  await press();
  expect(screen.getByRole("alert").textContent).toContain("That is the rhythm you two have already.");
  await press();
  expect(asked(1)).toEqual(asked(0));
  expect(asked().zone).toBe("America/New_York");
});

test("one's own offer that waits is what another begins with, and it says which it takes the place of", () => {
  const rule = { every: "week", weekdays: [2], at: "21:00", from: "2026-11-29" } as const;
  const offered = { rule: { ...rule, weekdays: [2] }, minutes: 45, zone: "Europe/Berlin", guideId: "standard" };
  renderWithWords(<RhythmForm {...{ pair, offer, offered }} guides={[standard]} current={null} />);
  expect(screen.getByText("Every Tuesday at 21:00 for 45 minutes")).toBeTruthy();
  expect(screen.getByText("It takes the place of the one you offered, which waits for Sam's answer.")).toBeTruthy();
});

test("a rhythm is of one guide, for as long as it takes; another guide is another offer", async () => {
  offer.mockResolvedValue({ ok: false, refusal: "unavailable" });
  show(null, listGuides());
  fireEvent.click(screen.getByRole("radio", { name: /^Five minutes/ }));
  expect(screen.getByText("Every Sunday at 19:30 for 5 minutes")).toBeTruthy();
  await press();
  fireEvent.click(screen.getByRole("radio", { name: /^Our weekly/ }));
  await press();
  expect(asked()).toMatchObject({ guideId: "daily-five", minutes: 5 });
  expect(asked(1)).toMatchObject({ guideId: "weekly", minutes: 60 });
  expect(asked(1).rhythmId).not.toBe(asked().rhythmId);
});
