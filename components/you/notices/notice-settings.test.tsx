import { act, fireEvent, screen, within } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { announced, renderWithWords } from "@/components/ui/test-kit";
import type { NoticeSettingsChange } from "@/lib/notices/settings";
import { defaultNoticeSettings } from "@/lib/notices/usual-settings";
import { NoticeSettings, type NoticeSettingsProps } from "./notice-settings";

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };

/** The page around it: what was kept comes anew with the answer, as from the server. */
function Kept({
  answer,
  ...more
}: { answer: (change: NoticeSettingsChange) => Promise<Answer> } & Partial<NoticeSettingsProps>) {
  const [settings, setSettings] = useState(defaultNoticeSettings);
  const change = async (part: NoticeSettingsChange) => {
    const given = await answer(part);
    if (given.ok) setSettings((now) => ({ ...now, ...part }));
    return given;
  };
  const never = async () => ({ ok: true, value: null }) as const;
  return (
    <NoticeSettings
      {...{ settings, change, email: "mara@heard.example", sendsMail: true, pushKey: null, zone: null }}
      turnPushOn={never}
      turnPushOff={never}
      {...more}
    />
  );
}

const taken = () => vi.fn(async (_: NoticeSettingsChange): Promise<Answer> => ({ ok: true, value: null }));
const refusing = (refusal: string) =>
  vi.fn(async (_: NoticeSettingsChange): Promise<Answer> => ({ ok: false, refusal }));
const byRole = (role: string, name: string | RegExp) => screen.getByRole<HTMLInputElement>(role, { name });
const settle = () => act(async () => undefined);
const type = (label: string, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
  return settle();
};

test("a switch is kept at once, and says so politely", async () => {
  const answer = taken();
  renderWithWords(<Kept answer={answer} />);
  fireEvent.click(byRole("switch", "By mail"));
  expect(byRole("switch", "By mail").checked).toBe(false);
  await settle();
  expect(answer.mock.calls).toEqual([[{ mail: false }]]);
  expect(byRole("switch", "By mail").checked).toBe(false);
  expect(announced()).toBe("Kept.");
});

test.each([
  ["unavailable", "Something is out of order"],
  ["signedOut", "You are signed out"],
  ["fromTheFuture", "Something is out of order"],
])("a switch shows where it goes; %s puts it back and says what stood in the way", async (refusal, words) => {
  let refuse: (answer: Answer) => void = () => undefined;
  renderWithWords(<Kept answer={() => new Promise((resolve) => (refuse = resolve))} />);
  fireEvent.click(byRole("switch", /Invitations/));
  await settle();
  expect(byRole("switch", /Invitations/).checked).toBe(false);
  await act(async () => refuse({ ok: false, refusal }));
  expect(byRole("switch", /Invitations/).checked).toBe(true);
  expect(screen.getByRole("alert").textContent).toContain(words);
  expect(screen.getByRole("alert").textContent).toContain("It stands as it was before.");
  expect(announced()).toBe("");
});

test("a line that is down is a refusal with a name", async () => {
  renderWithWords(<Kept answer={() => Promise.reject(new TypeError("no network"))} />);
  fireEvent.click(byRole("switch", "By mail"));
  await settle();
  expect(screen.getByRole("alert").textContent).toContain("We could not reach the server");
  expect(byRole("switch", "By mail").checked).toBe(true);
});

test("the reminder's time is chosen from a list, in words", async () => {
  const answer = taken();
  renderWithWords(<Kept answer={answer} />);
  const select = byRole("combobox", "Remind me");
  expect(
    within(select)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual(["10 minutes before", "30 minutes before", "1 hour before", "3 hours before", "a day before"]);
  fireEvent.change(select, { target: { value: "180" } });
  await settle();
  expect(answer.mock.calls).toEqual([[{ reminderMinutes: 180 }]]);
  expect(select.value).toBe("180");
});

test("quiet hours are kept as a pair when a field is left, and only when they have changed", async () => {
  const answer = taken();
  renderWithWords(<Kept answer={answer} />);
  fireEvent.blur(screen.getByLabelText("From"));
  await type("From", "23:30");
  await type("Until", "");
  expect(answer.mock.calls).toEqual([[{ quietFrom: 1_410, quietUntil: 420 }]]);
});

test("two times that are the same are asked about, and not kept", async () => {
  const answer = taken();
  renderWithWords(<Kept answer={answer} />);
  await type("From", "07:00");
  expect(screen.getByRole("alert").textContent).toContain("Both are the same time");
  expect(answer).not.toHaveBeenCalled();
});

test("a refusal puts the quiet hours back in their fields", async () => {
  renderWithWords(<Kept answer={refusing("unavailable")} />);
  await type("From", "23:30");
  expect(screen.getByLabelText<HTMLInputElement>("From").value).toBe("22:00");
});

test("quiet hours can be turned off, and come back as the usual ones", async () => {
  const answer = taken();
  renderWithWords(<Kept answer={answer} />);
  fireEvent.click(byRole("switch", "Quiet hours"));
  await settle();
  expect(screen.queryByLabelText("From")).toBeNull();
  fireEvent.click(byRole("switch", "Quiet hours"));
  await settle();
  expect(answer.mock.calls).toEqual([[{ quietFrom: null, quietUntil: null }], [{ quietFrom: 1_320, quietUntil: 420 }]]);
});

test("a title that is too long is refused by name before it is asked for, and nothing of it is lost", async () => {
  const answer = taken();
  renderWithWords(<Kept answer={answer} />);
  await type("What your calendar shows", "a".repeat(81));
  fireEvent.click(byRole("button", "Keep this title"));
  await settle();
  expect(answer).not.toHaveBeenCalled();
  expect(screen.getByRole("alert").textContent).toContain("Up to 80 characters fit");
  expect(screen.getByLabelText<HTMLInputElement>("What your calendar shows").value).toHaveLength(81);
});

test("a title that the server refuses stays in its field", async () => {
  const answer = refusing("titleOneLine");
  renderWithWords(<Kept answer={answer} />);
  await type("What your calendar shows", "Tea");
  fireEvent.click(byRole("button", "Keep this title"));
  await settle();
  expect(answer.mock.calls).toEqual([[{ calendarTitle: "Tea" }]]);
  expect(screen.getByRole("alert").textContent).toContain("A title is one line");
  expect(screen.getByLabelText<HTMLInputElement>("What your calendar shows").value).toBe("Tea");
});

test("where no mail leaves the server, the page says so and who can change it", () => {
  renderWithWords(<Kept answer={taken()} sendsMail={false} />);
  expect(screen.getByText(/This server sends no mail yet\. Whoever runs it can turn it on\./)).toBeTruthy();
});

test("where nothing can be pushed, the switch can't be pressed and says what stands in the way", () => {
  renderWithWords(<Kept answer={taken()} />);
  expect(byRole("switch", "On this device").disabled).toBe(true);
  expect(screen.getByText(/can't send notices to devices yet/)).toBeTruthy();
});
