import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { KeepingForm, type KeepingFormProps } from "./keeping-form";
import { standInDialogs } from "./test-dialogs";

standInDialogs();

const show = (change: Partial<KeepingFormProps> = {}) => {
  const actions = {
    shorten: vi.fn<KeepingFormProps["shorten"]>(async () => ({ ok: true, value: null })),
    askLonger: vi.fn<KeepingFormProps["askLonger"]>(async () => ({ ok: true, value: null })),
    answer: vi.fn<KeepingFormProps["answer"]>(async () => ({ ok: true, value: null })),
    stopAsking: vi.fn<KeepingFormProps["stopAsking"]>(async () => ({ ok: true, value: null })),
  };
  const keeping = { days: 365, asked: null, graceUntil: null };
  renderWithWords(
    <KeepingForm keeping={keeping} older={[{ days: 90, count: 4 }]} name="Sam" {...actions} {...change} />,
  );
  return actions;
};
const press = (name: string) =>
  act(async () => {
    fireEvent.click(screen.getAllByRole("button", { name }).at(-1) ?? document.body);
  });
const choose = (name: RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole("radio", { name }));
  });

test("shorter is done after a question that counts what goes; longer only asks the other", async () => {
  const { shorten, askLonger } = show();
  expect(screen.getByText("A check-in is kept one year after its end.")).toBeTruthy();
  await choose(/^3 months/);
  await press("Make it shorter");
  expect(shorten).not.toHaveBeenCalled();
  expect(screen.getByText("4 check-ins go, in a day at the earliest.")).toBeTruthy();
  await press("Make it shorter");
  expect(shorten).toHaveBeenCalledWith({ days: 90 });
  await choose(/until one of you says otherwise/);
  await press("Ask Sam for it");
  expect(askLonger).toHaveBeenCalledWith({ days: null });
  expect(screen.getByText("Sam is asked.")).toBeTruthy();
});

test("what the other asks for is answered by its very time; one's own question can be taken back", async () => {
  const { answer } = show({ keeping: { days: 30, asked: { days: 365, byMe: false }, graceUntil: null } });
  expect(screen.getByText("Sam would like check-ins to be kept one year after its end.")).toBeTruthy();
  await press("Not for me");
  expect(answer).toHaveBeenCalledWith({ days: 365, yes: false });
  const { stopAsking } = show({ keeping: { days: 30, asked: { days: null, byMe: true }, graceUntil: null } });
  await press("Stop asking");
  expect(stopAsking).toHaveBeenCalled();
});

test("a question that changed meanwhile is said by its name, and nothing was done", async () => {
  show({
    keeping: { days: 30, asked: { days: 365, byMe: false }, graceUntil: null },
    answer: async () => ({ ok: false, refusal: "askedForOther" }),
  });
  await press("Yes, keep them longer");
  expect(screen.getByText(/The question has changed meanwhile/)).toBeTruthy();
});
