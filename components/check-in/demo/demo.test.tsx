import { act, configure, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { Demo } from "./demo";

// The composer has tests of its own; here one of its fields is enough to hand over a piece.
vi.mock("@/components/feelings/piece-composer", async () => await import("../test-composer"));

// The room is loaded when it begins, which may take a moment on a busy machine.
configure({ asyncUtilTimeout: 8000 });

const press = async (name: string) => {
  const button = await screen.findByRole("button", { name });
  await act(async () => fireEvent.click(button));
};
const pick = async (name: string) => {
  const radio = await screen.findByRole("radio", { name });
  await act(async () => fireEvent.click(radio));
};
const type = async (label: string | RegExp, words: string) => {
  const field = await screen.findByRole("textbox", { name: label });
  await act(async () => fireEvent.change(field, { target: { value: words } }));
};

test("the demo says what it is, plays through to the end, and asks no server and keeps nothing", async () => {
  const fetched = vi.spyOn(globalThis, "fetch");
  renderWithWords(<Demo pace={0} />);
  expect(screen.getByText(/Nothing is kept and nothing is sent/)).toBeTruthy();
  await press("Begin");
  expect(await screen.findByText("A demo. Nothing is kept or sent.")).toBeTruthy();
  await press("I'm here");
  await press("I'm ready");
  await press("They sit right");
  await pick("I would like to begin");
  await press("Choose");
  await type(/^A small thing/, "You made tea.");
  await press("I'm done writing");
  expect(await screen.findByText(/kettle/)).toBeTruthy();
  await press("Go on");

  await type("When…", "When the evening was over.");
  await press("Hand over");
  expect(await screen.findByText(/It was about this: “When the evening was over.”/)).toBeTruthy();
  await press("Not quite");
  await type(/^The part that matters most/, "I miss you.");
  await press("Ask for another try");
  expect(await screen.findByText(/What matters most to you is this: “I miss you.”/)).toBeTruthy();
  await press("Yes, that's it");
  await press("That's all for now");
  await press("Thank you");
  await press("I'm ready");

  expect(await screen.findByText(/phones after dinner/)).toBeTruthy();
  await press("Could you say it smaller?");
  expect(await screen.findByText(/I miss you in them/)).toBeTruthy();
  await press("Ready to say it back");
  await type("What I heard is…", "You miss our evenings.");
  await press("Say it back");
  await type(/^It makes sense to me/, "It makes sense to me, because I do too.");
  await press("Give it to them");

  await type(/^This week/, "A walk on Sunday?");
  await press("Ask");
  await press("Keep it");
  expect(await screen.findByText(/one dinner with both phones/)).toBeTruthy();
  await pick("Not now");
  await press("Answer");
  await type("Thank you for…", "Thank you for the practice.");
  await press("I'm done writing");
  expect(await screen.findByText(/Thank you for this time/)).toBeTruthy();
  await press("Go on");

  expect(await screen.findByRole("heading", { name: "That was your check-in." })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Start with my partner" }).getAttribute("href")).toBe("/sign-up");
  expect(fetched).not.toHaveBeenCalled();
  expect(window.localStorage.length).toBe(0);
}, 20_000);

test("the scripted partner comes back from a pause and goes a step back when asked", async () => {
  renderWithWords(<Demo pace={0} />);
  await press("Begin");
  await press("I'm here");
  await press("Options");
  await press("One step back");
  await press("I'm here");
  await press("Pause");
  await press("Begin the pause");
  await press("I'm back");
  expect(await screen.findByText(/You are both back/)).toBeTruthy();
}, 20_000);
