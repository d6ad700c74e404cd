import { act, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { OpenerProvider } from "@/components/check-in/opener";
import { LiveRegion } from "@/components/ui/live-region";
import { announced, press, renderWithWords } from "@/components/ui/test-kit";
import { recordFor } from "@/lib/check-in/record";
import type { Reading } from "@/lib/reading/together";
import { ReadLetter } from "../read-letter";
import { aTurn, names, openTable, toFirstTurn } from "../test-kit";
import { TogetherBar } from "./together-bar";
import type { TogetherClient, TogetherState } from "./together-client";
import { TogetherProvider } from "./use-together";

const warm = "4-appreciation";
const firstTurn = "5-turn-first";
const alone: TogetherState = {
  line: "here",
  other: "away",
  along: false,
  hasBeenAlong: false,
  lead: null,
  refusal: null,
  closed: null,
  reading: { holder: null, page: null, here: ["A"], dropped: [] },
};
const held = (holder: "A" | "B", change: Partial<Reading> = {}): Reading => ({
  holder,
  page: warm,
  here: ["A", "B"],
  dropped: [],
  ...change,
});

const makeClient = () =>
  ({
    get: vi.fn<TogetherClient["get"]>(),
    subscribe: vi.fn<TogetherClient["subscribe"]>(),
    open: vi.fn<TogetherClient["open"]>(),
    dispose: vi.fn<TogetherClient["dispose"]>(),
    turned: vi.fn<TogetherClient["turned"]>(),
    take: vi.fn<TogetherClient["take"]>(),
    pass: vi.fn<TogetherClient["pass"]>(),
    comeAlong: vi.fn<TogetherClient["comeAlong"]>(),
    stay: vi.fn<TogetherClient["stay"]>(),
    readApart: vi.fn<TogetherClient["readApart"]>(),
    beHere: vi.fn<TogetherClient["beHere"]>(),
  }) satisfies TogetherClient;

const openLetter = async () => {
  const at = await openTable();
  await toFirstTurn(at);
  await aTurn(at, "A");
  await at.run("B", { type: "endKindly", words: null });
  const client = makeClient();
  const pageOf = (state: TogetherState) => (
    <OpenerProvider value={at.table.opener}>
      <LiveRegion>
        <TogetherProvider value={{ state, client }}>
          <TogetherBar seat="A" names={names} />
          <ReadLetter record={recordFor(at.table.get(), "A")} names={names} />
          <textarea aria-label="a note" />
        </TogetherProvider>
      </LiveRegion>
    </OpenerProvider>
  );
  const page = renderWithWords(pageOf(alone));
  const show = (change: Partial<TogetherState>) => act(async () => page.rerender(pageOf({ ...alone, ...change })));
  return { client, show };
};
const turnedTo = () => document.querySelector("section:not(.hidden) h2")?.textContent;

test("alone nothing stands beside the letter", async () => {
  const { show } = await openLetter();
  expect(screen.queryByRole("complementary")).toBeNull();
  await show({ line: "dropped" });
  expect(screen.queryByRole("complementary")).toBeNull();
});

test("each way of being two has its own sentence; a drop and a goodbye share no word", async () => {
  const { show } = await openLetter();
  const said = async (change: Partial<TogetherState>) => {
    await show(change);
    return screen.getByRole("complementary").querySelector("p")?.textContent ?? "";
  };
  expect(await said({ other: "here" })).toBe("Sam is here too. Read together?");
  expect(await said({ other: "left" })).toBe("Sam has gone on. You can read on here.");
  expect(await said({ other: "dropped" })).toBe("Sam's connection dropped. Nothing is lost.");
  expect(await said({ other: "here", reading: held("A") })).toContain("You turn the pages");
  expect(await said({ other: "here", reading: held("B") })).toBe("Sam would like to read this with you.");
  expect(await said({ other: "here", reading: held("B"), along: true })).toContain("You read along.");
  expect(await said({ other: "here", reading: held("B"), hasBeenAlong: true })).toContain("You are looking around.");
  expect(await said({ other: "dropped", reading: held("B", { dropped: ["B"] }) })).toContain("The page is free");
  expect(await said({ line: "dropped", reading: held("B") })).toContain("Your connection dropped.");
  expect(await said({ line: "apart" })).toBe("You are reading on your own.");
  expect(await said({ closed: "unlinked" })).toContain("still on this device");
});

test("every way on is one press", async () => {
  const { client, show } = await openLetter();
  await show({ other: "here" });
  await press("Read together");
  expect(client.take).toHaveBeenCalledTimes(1);
  await show({ other: "here", reading: held("A") });
  await press("Pass the page to Sam");
  expect(client.pass).toHaveBeenCalledTimes(1);
  await show({ other: "here", reading: held("B") });
  await press("Read along with Sam");
  await show({ other: "here", reading: held("B"), hasBeenAlong: true });
  await press("Back to Sam's page");
  expect(client.comeAlong).toHaveBeenCalledTimes(2);
  await press("Read on my own");
  expect(client.readApart).toHaveBeenCalledTimes(1);
  await show({ line: "apart" });
  await press("Be here together");
  expect(client.beHere).toHaveBeenCalledTimes(1);
});

test("the open page follows the lead, says so, and leaves the focus where it is", async () => {
  const { client, show } = await openLetter();
  const button = screen.getByRole("button", { name: "Print" });
  button.focus();
  await show({ other: "here", reading: held("B", { page: firstTurn }), along: true, lead: firstTurn });
  expect(turnedTo()).toBe("The first turn");
  expect(document.activeElement).toBe(button);
  expect(announced()).toContain("The page is now: The first turn");
  expect(client.turned).toHaveBeenLastCalledWith(firstTurn, false);
});

test("turning by hand is told as that, and a lead that one has turned away from does not pull back", async () => {
  const { client, show } = await openLetter();
  await show({ other: "here", reading: held("B"), along: true, lead: warm });
  await press("Next page");
  expect(client.turned).toHaveBeenLastCalledWith(firstTurn, true);
  expect(turnedTo()).toBe("The first turn");
});

test("nobody is led away from what they are writing, and a page that is not there leads nowhere", async () => {
  const { client, show } = await openLetter();
  screen.getByRole("textbox", { name: "a note" }).focus();
  await show({ other: "here", reading: held("B", { page: firstTurn }), along: true, lead: firstTurn });
  expect(client.stay).toHaveBeenCalledTimes(1);
  expect(turnedTo()).toBe("Something warm first");
  await show({ other: "here", along: true, lead: "99-nowhere" });
  expect(turnedTo()).toBe("Something warm first");
});
