import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { createKeyboard } from "./test-keyboard";
import { pick, point, press, radioIn, renderComposer, type } from "./test-kit";

// Looking things up by role takes its time where there are a hundred radios and chips.
vi.setConfig({ testTimeout: 20_000 });

const wordsOf = ({ piece }: Awaited<ReturnType<typeof renderComposer>>) => piece.feelings.map(({ word }) => word);
const toThePart = (name: string) => press(new RegExp(`^${name}( \\(has words\\))?$`));

test("two words near a point are chosen with at most 15 keys", async () => {
  const held = await renderComposer();
  screen.getByRole("button", { name: "Opening" }).focus();
  const keyboard = createKeyboard();
  await keyboard.press("Tab", "Right", "Tab", "Right");
  expect(radioIn("How strong is the energy?", "quiet").checked).toBe(true);
  expect(radioIn("How does it feel?", "a bit hard").checked).toBe(true);
  await keyboard.press("Tab");
  expect(keyboard.focused()).toBe("Mixed, don't know");
  await keyboard.press("Tab", "Space", "Tab", "Tab", "Space");
  expect(wordsOf(held)).toEqual(["disappointed", "sad"]);
  expect(keyboard.strokes()).toBeLessThanOrEqual(15);
});

test("two words are typed and taken with Enter in at most 15 keys, and Enter never hands over", async () => {
  const held = await renderComposer();
  screen.getByRole("searchbox").focus();
  const keyboard = createKeyboard();
  await keyboard.press(..."lonel", "Enter", ..."tired", "Enter");
  expect(wordsOf(held)).toEqual(["lonely", "tired"]);
  expect(keyboard.strokes()).toBeLessThanOrEqual(15);
  await keyboard.press("Enter");
  radioIn("How does it feel?", "good").focus();
  await keyboard.press("Enter");
  expect(held.handedOver).toBe(0);
});

test("a tap on the field answers both questions, and a tap on mixed sets them aside", async () => {
  await renderComposer();
  const field = screen.getByTestId("soft-field");
  field.getBoundingClientRect = () => new DOMRect(0, 0, 500, 500);
  fireEvent.click(field, { clientX: 50, clientY: 450 });
  expect(radioIn("How strong is the energy?", "barely there").checked).toBe(true);
  expect(radioIn("How does it feel?", "very hard").checked).toBe(true);
  expect(within(screen.getByRole("group", { name: "Words near there" })).getByText("drained")).toBeTruthy();
  await pick("Mixed, don't know");
  expect(radioIn("How does it feel?", "very hard").checked).toBe(false);
  const mixed = within(screen.getByRole("group", { name: "Words for when it is mixed" }));
  expect(mixed.getAllByRole("checkbox")).toHaveLength(12);
});

test("a fourth word explains itself and changes nothing, and there is room again after one is taken back", async () => {
  const held = await renderComposer();
  await point("quiet", "a bit hard");
  for (const word of ["sad", "blue", "distant"]) await pick(word);
  await pick("disappointed");
  expect(wordsOf(held)).toEqual(["sad", "blue", "distant"]);
  expect(screen.getByText(/^Three words are enough/).getAttribute("role")).toBe("status");
  await press("Take back blue");
  await pick("disappointed");
  expect(wordsOf(held)).toEqual(["sad", "distant", "disappointed"]);
  expect(screen.queryByText(/^Three words are enough/)).toBeNull();
});

test("a word of one's own is kept as such, once, and one that is too long says so", async () => {
  const held = await renderComposer();
  await type("Look for a word, or write your own", "homesick");
  await press("Use “homesick” as my own word");
  expect(held.piece.feelings).toEqual([{ word: "homesick", strength: "clearly", own: true }]);
  await type("Look for a word, or write your own", "Homesick");
  await press("Use “Homesick” as my own word");
  expect(wordsOf(held)).toEqual(["homesick"]);
  await type("Look for a word, or write your own", "x".repeat(61));
  expect(screen.getByRole("alert").textContent).toMatch(/^A shorter word/);
  expect(screen.queryByRole("button", { name: /as my own word/ })).toBeNull();
});

test("each word has a strength of its own", async () => {
  const held = await renderComposer({
    feelings: [
      { word: "sad", strength: "clearly" },
      { word: "tired", strength: "clearly" },
    ],
  });
  fireEvent.click(radioIn("How strongly: tired", "very"));
  expect(held.piece.feelings).toEqual([
    { word: "sad", strength: "clearly" },
    { word: "tired", strength: "very" },
  ]);
});

test("something softer is asked beside a hot or a worn word alone, and can be left", async () => {
  const held = await renderComposer({ feelings: [{ word: "sad", strength: "clearly" }] });
  const question = "Is there something softer beside it?";
  expect(screen.queryByText(question)).toBeNull();
  await type("Look for a word, or write your own", "angry");
  await pick("angry");
  expect(screen.getByText(question)).toBeTruthy();
  await pick("hurt");
  expect(held.piece.softer).toBe("hurt");
  await press("Take back angry");
  expect(screen.queryByText(question)).toBeNull();
  expect(held.piece.softer).toBeUndefined();
  await pick("angry");
  await press("Nothing softer now");
  expect(screen.queryByText(question)).toBeNull();
  expect(wordsOf(held)).toEqual(["sad", "angry"]);
});

test.each([
  ["flooded", true],
  ["panicky", true],
  ["furious", true],
  ["angry", false],
])("a pause is offered after %s: %s", async (word, offered) => {
  await renderComposer({ feelings: [{ word, strength: "very" }] });
  expect(screen.queryByText(/ask for a pause/) !== null).toBe(offered);
});

test("a topic can be named and taken back", async () => {
  const held = await renderComposer();
  await pick("chores");
  await pick("money");
  expect(held.piece.about).toEqual(["chores", "money"]);
  await pick("chores");
  expect(held.piece.about).toEqual(["money"]);
});

test("nothing is lost between the parts, and each stays in sight and can be changed", async () => {
  const held = await renderComposer();
  await point("quiet", "a bit hard");
  await pick("sad");
  await press("On to the moment");
  expect(document.activeElement?.textContent).toBe("What would a camera have seen? When…");
  await type("When…", "the evening was over");
  await press("On to the need");
  await pick("closeness");
  expect(held.piece.need).toBe("closeness");
  await type("In your own words", "closeness, and a walk");
  await pick("comfort");
  expect(held.piece.need).toBe("closeness, and a walk, comfort");
  await pick("closeness");
  expect(held.piece.need).toBe("and a walk, comfort");
  await press("On to the opening line");
  await press("Begin with this");
  expect(document.activeElement).toBe(screen.getByLabelText("Opening line"));
  for (const words of ["sad, clearly", "the evening was over", "Underneath, I'm longing for and a walk, comfort"]) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  await press("Change the feelings");
  expect(radioIn("How strong is the energy?", "quiet").checked).toBe(true);
  expect(screen.getByRole("checkbox", { name: "sad" })).toHaveProperty("checked", true);
  await toThePart("Moment");
  await press("Back");
  expect(held.piece).toMatchObject({
    feelings: [{ word: "sad", strength: "clearly" }],
    moment: "the evening was over",
    need: "and a walk, comfort",
    opening: "Would you be willing to hear this and tell me what you heard?",
  });
});

test("the coach asks one question beside “You never talk to me”, and its sentence is taken only by a press", async () => {
  const held = await renderComposer();
  await toThePart("Opening");
  await type("Opening line", "You never talk to me");
  const card = within(await screen.findByRole("region", { name: "A thought beside your words" }));
  expect(card.getByText("I miss you and I want to feel closer")).toBeTruthy();
  expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain(
    "“never” is a big word. Is there one time that you have in mind?",
  );
  expect(held.piece.opening).toBe("You never talk to me");
  await press("Use this");
  expect(held.piece.opening).toBe("I miss you and I want to feel closer");
  await press("Put my words back");
  expect(held.piece.opening).toBe("You never talk to me");
  await press("Leave mine as it is");
  expect(screen.queryByRole("region", { name: "A thought beside your words" })).toBeNull();
  expect(held.piece.opening).toBe("You never talk to me");
});

test("beside a blame-word the coach offers feelings and a need, which go among the chosen", async () => {
  const held = await renderComposer();
  await toThePart("Opening");
  await type("Opening line", "I feel ignored");
  await screen.findByRole("region", { name: "A thought beside your words" });
  await pick("lonely");
  await pick("to matter");
  expect(wordsOf(held)).toEqual(["lonely"]);
  expect(held.piece.need).toBe("to-matter");
});

test("a fourth word offered by the coach explains itself too", async () => {
  const strength = "clearly";
  const held = await renderComposer({ feelings: ["sad", "tired", "blue"].map((word) => ({ word, strength })) });
  await toThePart("Opening");
  await type("Opening line", "I feel ignored");
  await screen.findByRole("region", { name: "A thought beside your words" });
  await pick("lonely");
  expect(screen.getByText(/^Three words are enough/)).toBeTruthy();
  expect(wordsOf(held)).toEqual(["sad", "tired", "blue"]);
  await toThePart("Feelings");
  expect(screen.queryByText(/^Three words are enough/)).toBeNull();
});

test.each([
  ["Moment", "When…"],
  ["Need", "In your own words"],
  ["Opening", "Opening line"],
])("“You hit me” under %s stops the coach in every part and shows help to this person alone", async (part, label) => {
  const held = await renderComposer();
  await toThePart(part);
  await type(label, "You hit me");
  const note = within(await screen.findByRole("region", { name: "A note that only you can see" }));
  expect(note.getByRole("link").getAttribute("href")).toBe("/safety");
  expect(screen.queryByText(/I feel|I miss|I want/)).toBeNull();
  if (part !== "Opening") {
    await toThePart("Opening");
    await type("Opening line", "You never talk to me");
  }
  expect(screen.queryByRole("region", { name: "A thought beside your words" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Begin with this" })).toBeNull();
  expect(Object.values(held.piece)).toContain("You hit me");
});

test("nothing that is written or picked here is kept by the browser", async () => {
  await renderComposer();
  await point("quiet", "a bit hard");
  await pick("sad");
  await toThePart("Opening");
  await type("Opening line", "You hit me");
  expect(window.localStorage.length + window.sessionStorage.length).toBe(0);
});
