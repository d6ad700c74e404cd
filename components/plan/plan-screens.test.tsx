import { act, fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { press, renderWithWords } from "@/components/ui/test-kit";
import type { ChangeView } from "@/lib/plan/planning";
import { ChangesList } from "./changes-list";
import { NothingPlanned } from "./nothing-planned";
import { planRefusals } from "./plan-action";
import { PlanRefusalNotice } from "./plan-refusal";
import { RhythmCard } from "./rhythm-card";
import { hourMs, pair, sunday } from "./test-kit";
import { WishGate } from "./wish-gate";

beforeEach(() => localStorage.clear());

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
    id: kind,
    at: sunday,
    seat: "A",
    kind,
    detail: {},
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
