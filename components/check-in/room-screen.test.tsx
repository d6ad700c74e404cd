import { act, fireEvent } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderTable } from "./test-kit";

// The composer has tests of its own; here one of its fields is enough to hand over a piece.
vi.mock("@/components/feelings/piece-composer", async () => await import("./test-composer"));

type Table = Awaited<ReturnType<typeof renderTable>>;

const toTheAppreciation = async (table: Table["table"]) => {
  for (const _ of ["lobby", "ground", "rules"]) {
    await table.run("A", { type: "ready" });
    await table.run("B", { type: "ready" });
  }
  await table.run("A", { type: "pick", option: "A" });
  await table.run("B", { type: "pick", option: "A" });
};

const toTheFirstTurn = async ({ table }: Table) => {
  await toTheAppreciation(table);
  await table.run("A", { type: "pass" });
  await table.run("B", { type: "pass" });
  await table.run("A", { type: "readOn" });
  await table.run("B", { type: "readOn" });
};

/** A table at the first turn, Mara speaking. */
const atTheFirstTurn = async () => {
  const table = await renderTable();
  await toTheFirstTurn(table);
  await table.mara.set({});
  await table.sam.set({});
  return table;
};

test("a pause says who needs it and until when, and both come back before it goes on", async () => {
  const { mara, sam } = await atTheFirstTurn();
  await sam.press("Pause");
  await sam.pick("In 30 minutes");
  await sam.press("Begin the pause");
  expect(mara.heading()).toBe("Sam needs a pause to stay in this with you.");
  expect(document.activeElement?.tagName).toBe("H1");
  expect(sam.heading()).toBe("You asked for a pause, to stay in this.");
  expect(mara.screen.getByText(/^Back at/).querySelector("time")?.dateTime).toBeTruthy();
  expect(mara.screen.queryByRole("button", { name: "Hand over" })).toBeNull();
  await mara.press("I'm back");
  expect(mara.heading()).toBe("Sam isn't here yet.");
  await sam.press("I'm back");
  expect(mara.pill()).toBe("Your turn");
  for (const device of [mara, sam]) expect(device.screen.getByText(/You are both back/)).toBeTruthy();
});

test("a pause can be made longer twice, and then another day is what is left", async () => {
  const { mara, sam } = await atTheFirstTurn();
  await mara.press("Pause");
  await mara.press("Begin the pause");
  for (const device of [mara, sam]) {
    await device.press("I need longer");
    await device.press("Take longer");
  }
  expect(mara.screen.queryByRole("button", { name: "I need longer" })).toBeNull();
  await mara.press("Another day");
  await mara.press("End for today");
  for (const device of [mara, sam]) expect(device.heading()).toBe("This check-in ends here.");
});

test("a kind end needs no words, and shows them to the other when there are some", async () => {
  const { mara, sam } = await atTheFirstTurn();
  await mara.press("Options");
  await mara.press("End kindly");
  await mara.press("I've reached my edge for today, and you matter to me.");
  await mara.press("End for today");
  expect(await sam.screen.findByText("I've reached my edge for today, and you matter to me.")).toBeTruthy();
  expect(sam.screen.queryByText(/failed|left you|gave up/i)).toBeNull();
});

test("slowing down shows one breath on both screens and names nobody", async () => {
  const { mara, sam } = await atTheFirstTurn();
  await sam.press("Options");
  await sam.press("Slow down");
  for (const device of [mara, sam]) {
    const sheet = device.screen.getByRole("dialog", { name: "One slow breath, both of you" });
    expect(sheet.textContent).not.toMatch(/Mara|Sam/);
    await device.press("I'm with you");
    expect(device.screen.queryByRole("dialog")).toBeNull();
  }
});

test("one step back is asked of the other, who may stay or go", async () => {
  const { mara, sam } = await atTheFirstTurn();
  await mara.press("Options");
  await mara.press("One step back");
  expect(mara.screen.getByText("You asked to go one step back. Sam is being asked.")).toBeTruthy();
  await sam.press("Stay");
  expect(mara.screen.queryByText(/Sam is being asked/)).toBeNull();
  await mara.press("Options");
  await mara.press("One step back");
  await sam.press("Go back");
  expect(mara.heading()).toBe("Read each other's, in your own time.");
});

test("each hand-over is said politely, and the focus goes to the new screen's sentence", async () => {
  const { mara, sam } = await atTheFirstTurn();
  await mara.type("When…", "I miss the evenings.");
  await mara.press("Hand over");
  const said = sam.screen.getAllByTestId("announced").map((region) => region.textContent);
  expect(said.join("")).toBe("Your turn. Nothing to solve. Nothing to defend. Just catch it and hand it back.");
  expect(document.activeElement?.tagName).toBe("H1");
});

test("whoever is done first has the focus on the sentence that says so", async () => {
  const { mara } = await renderTable();
  await mara.press("I'm here");
  expect(document.activeElement?.textContent).toBe("Waiting for Sam. There is no hurry.");
});

test("the focus is never taken from somebody who is typing", async () => {
  const { mara, sam, table } = await renderTable();
  await toTheAppreciation(table);
  await mara.set({});
  const field = mara.screen.getByRole("textbox");
  await act(async () => field.focus());
  await sam.type(/^A small thing/, "You made tea.");
  await sam.press("I'm done writing");
  expect(sam.heading()).toBe("Mara is still writing. Both open together.");
  expect(document.activeElement).toBe(field);
});

test("words that were typed are there again after a reload of the page, and gone once they are handed over", async () => {
  const { mara } = await atTheFirstTurn();
  await mara.type("When…", "I miss the evenings.");
  const place = `${mara.view().checkInId}/turn-first/compose/piece`;
  expect(await mara.drafts.read(place)).toMatchObject({ moment: "I miss the evenings." });
  await mara.reload();
  expect(await mara.screen.findByDisplayValue("I miss the evenings.")).toBeTruthy();
  await mara.press("Hand over");
  expect(await mara.drafts.read(place)).toBeUndefined();
});

test("a refusal is said in kind words and leaves the field as it was", async () => {
  const { mara } = await atTheFirstTurn();
  await mara.type("When…", "I miss the evenings.");
  await mara.set({ refusal: "unavailable" });
  expect(mara.screen.getByRole("alert").textContent).toMatch(/Your words are still here/);
  expect(mara.screen.getByRole("textbox")).toHaveProperty("value", "I miss the evenings.");
});

test("an empty piece is not handed over, and says how to pass", async () => {
  const { mara, sam } = await atTheFirstTurn();
  await mara.screen.findByRole("textbox");
  await mara.press("Hand over");
  expect(mara.screen.getByRole("alert").textContent).toMatch(/You can also pass/);
  expect(sam.pill()).toBe("Mara is sharing");
});

test("while one command is on its way its button is pending and the others rest", async () => {
  const { mara } = await atTheFirstTurn();
  await mara.set({ sending: "share" });
  const handOver = mara.screen.getByRole("button", { name: "Hand over" });
  expect(handOver.getAttribute("aria-busy")).toBe("true");
});

test.each([
  [{ presence: "dropped", since: Date.now() - 5000 }, null],
  [{ presence: "dropped", since: Date.now() - 30_000 }, "Sam's connection dropped. It often comes back by itself."],
  [
    { presence: "dropped", since: Date.now() - 185_000 },
    "Sam's connection has been away for 3 minutes. Nothing is lost.",
  ],
  [{ presence: "steppedOut", since: Date.now() }, "Sam has stepped out for a moment. Everything stays as it is."],
] as const)("the other's line in words of its own: %o", async (partner, words) => {
  const { mara } = await atTheFirstTurn();
  await mara.set({ partner });
  const said = mara.screen.queryAllByRole("status").map((status) => status.textContent);
  expect(said.filter(Boolean)).toEqual(words === null ? [] : [words]);
});

test("one's own dropped line is said before the other's", async () => {
  const { mara } = await atTheFirstTurn();
  await mara.set({ connection: "away", partner: { presence: "steppedOut", since: 0 } });
  expect(mara.screen.getByText(/^You are offline/)).toBeTruthy();
  expect(mara.screen.queryByText(/stepped out/)).toBeNull();
});

test("how one arrives is asked privately: the answer is on the device and in no view", async () => {
  const table = await renderTable();
  const { mara, sam } = table;
  await mara.press("I'm here");
  await sam.press("I'm here");
  const before = table.table.get().version;
  await mara.pick("Too full");
  expect(mara.screen.getByRole("button", { name: "Two more minutes" })).toBeTruthy();
  expect(table.table.get().version).toBe(before);
  await mara.press("Another time");
  expect(mara.screen.getByRole("dialog", { name: "End for today" })).toBeTruthy();
});

test("words of another key are shown as shut, beside everything that opens", async () => {
  const table = await atTheFirstTurn();
  const { mara, sam } = table;
  await mara.type("When…", "I miss the evenings.");
  await mara.press("Hand over");
  expect(await sam.screen.findByText("I miss the evenings.")).toBeTruthy();
  const { view } = table.table.viewOf("B").stage;
  const piece = view.kind === "turn" ? view.exchanges[0]?.pieces[0] : undefined;
  if (!piece) throw new Error("There is no piece");
  const strange = { ...piece, commandId: table.table.get().commandIds[0] ?? piece.commandId };
  const shown = table.table.viewOf("B");
  const exchanges = [{ pieces: [piece, strange], reflection: null, added: null }];
  if (shown.stage.view.kind !== "turn") throw new Error("This is no turn");
  await sam.set({ view: { ...shown, stage: { ...shown.stage, view: { ...shown.stage.view, exchanges } } } });
  expect(await sam.screen.findByText("This could not be opened.")).toBeTruthy();
  expect(sam.screen.getByText("I miss the evenings.")).toBeTruthy();
});

test("a tap puts a starter into the field, where it can be changed", async () => {
  const { mara, sam } = await atTheFirstTurn();
  await mara.type("When…", "I miss the evenings.");
  await mara.press("Hand over");
  await sam.press("Ready to say it back");
  await sam.press("So when…, you felt…");
  const field = sam.screen.getByRole("textbox", { name: "What I heard is…" });
  expect(field).toHaveProperty("value", "So when…, you felt…");
  fireEvent.change(field, { target: { value: "So when the evening ends, you miss me." } });
  await sam.press("Say it back");
  expect(await mara.screen.findByText("So when the evening ends, you miss me.")).toBeTruthy();
});

test("what is typed and pressed while the floor changes hands is never lost", async () => {
  // A browser that takes its time over view transitions, as a busy one does: React hears no event until it has answered.
  const never = new Promise<undefined>(() => undefined);
  const slow = {
    ready: never,
    finished: never,
    updateCallbackDone: never,
    types: new Set<string>(),
    skipTransition() {},
  };
  const before = Object.getOwnPropertyDescriptor(document, "startViewTransition");
  Object.defineProperty(document, "startViewTransition", { configurable: true, value: () => slow });
  try {
    const { mara, sam } = await atTheFirstTurn();
    await mara.type("When…", "I miss the evenings.");
    await mara.press("Hand over");
    await sam.press("Ready to say it back");
    await sam.type("What I heard is…", "You miss our evenings.");
    await sam.press("Say it back");
    expect(await mara.screen.findByText("You miss our evenings.")).toBeTruthy();
  } finally {
    if (before) Object.defineProperty(document, "startViewTransition", before);
    else Reflect.deleteProperty(document, "startViewTransition");
  }
});
