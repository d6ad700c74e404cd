import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { recordFor } from "@/lib/check-in/record";
import { sealedOf } from "@/lib/check-in/test-kit";
import { aTurn, openTable, renderLetter, toFirstTurn } from "./test-kit";

const wholeCheckIn = async () => {
  const at = await openTable();
  const { run, both } = at;
  await toFirstTurn(at);
  await aTurn(at, "A");
  await both({ type: "ready" });
  await run("B", { type: "pass" });
  await run("A", { type: "ask", words: { text: "A walk on Sunday?" } });
  await run("B", { type: "answer", answer: "withAChange", words: { text: "Saturday suits me." } });
  await both({ type: "settle", keep: true });
  await run("B", { type: "pass" });
  await run("A", { type: "write", words: { thanks: "Thank you for listening.", leaving: "light" } });
  await run("B", { type: "pass" });
  await both({ type: "readOn" });
  return at;
};

/** What can be seen: the page that is open. There are no stylesheets here, so its class tells. */
const openSection = () => {
  const [page, ...others] = document.querySelectorAll<HTMLElement>("section:not(.hidden)");
  if (!page || others.length > 0) throw new Error("not one page is open");
  return page;
};
const openPage = () => within(openSection());
const turnedTo = () => openSection().querySelector("h2")?.textContent;
const turn = async (key: "ArrowLeft" | "ArrowRight") =>
  act(async () => {
    fireEvent.keyDown(document.body, { key });
  });
const pageNames = async (count: number) => {
  const found: (string | undefined)[] = [];
  for (let page = 0; page < count; page++) {
    found.push(turnedTo());
    await turn("ArrowRight");
  }
  return found;
};

test("both read the same pages in the order in which they were lived; what was passed over has none", async () => {
  const { table } = await wholeCheckIn();
  for (const seat of ["A", "B"] as const) {
    const page = renderLetter(table, seat);
    expect(await pageNames(5)).toEqual([
      "Something warm first",
      "The first turn",
      "One small wish",
      "Closing",
      "What you agreed on",
    ]);
    expect(turnedTo()).toBe("What you agreed on");
    page.unmount();
  }
});

test("a turn holds what was shared, what stood and the making sense; no attempt is in it", async () => {
  const { table } = await wholeCheckIn();
  renderLetter(table, "B");
  await turn("ArrowRight");
  const page = openPage();
  expect(await page.findByText("A moment of Mara.")).toBeTruthy();
  expect(await page.findByText("Back to Mara.")).toBeTruthy();
  expect(await page.findByText("Sense in Mara.")).toBeTruthy();
  expect(screen.queryByText("A first try.")).toBeNull();
});

test("a wish shows its answer, and an agreement whether it stands", async () => {
  const { table } = await wholeCheckIn();
  const [agreement] = table.get().agreements;
  const page = renderLetter(table, "A");
  await pageNames(2);
  expect(await openPage().findByText("Saturday suits me.")).toBeTruthy();
  expect(openPage().getByText(/yes, with a change/)).toBeTruthy();
  await pageNames(2);
  expect(openPage().getByText("It still stands.")).toBeTruthy();
  page.unmount();
  if (!agreement) throw new Error("nothing was agreed on");
  renderLetter(table, "A", { agreements: [{ ...agreement, retiredAt: 1 }] });
  await pageNames(4);
  expect(openPage().getByText("Let go.")).toBeTruthy();
  expect(openPage().queryByRole("link")).toBeNull();
});

test("what cannot be opened says so beside everything that can", async () => {
  const { table } = await wholeCheckIn();
  const { chapters } = recordFor(table.get(), "A");
  const torn = chapters.map((chapter) => {
    if (chapter.kind !== "turn" || !chapter.empathy) return chapter;
    return { ...chapter, empathy: { ...chapter.empathy, commandId: chapter.empathy.commandId, words: sealedOf("x") } };
  });
  renderLetter(table, "A", { chapters: torn });
  await turn("ArrowRight");
  expect(await openPage().findByText("This could not be opened.")).toBeTruthy();
  expect(await openPage().findByText("A moment of Mara.")).toBeTruthy();
});

test("a turn that was parked says for another time and nothing more", async () => {
  const at = await openTable();
  const { run, table } = at;
  await toFirstTurn(at);
  await run("A", { type: "share", words: { feelings: [], moment: "A moment." } });
  await run("B", { type: "listened" });
  for (let attempt = 0; attempt < 3; attempt++) {
    await run("B", { type: "reflect", words: { text: `Try ${attempt}.` } });
    await run("A", { type: "confirm", answer: "notQuite", words: null });
  }
  await run("A", { type: "park" });
  await run("B", { type: "endKindly", words: null });
  renderLetter(table, "B");
  await turn("ArrowRight");
  expect(openPage().getByText("This was parked for another time.")).toBeTruthy();
  expect(screen.queryByText(/^Try/)).toBeNull();
});

test("a half that was never opened together is only its writer's", async () => {
  const { table, run, both } = await openTable();
  for (let gather = 0; gather < 3; gather++) await both({ type: "ready" });
  await both({ type: "pick", option: "A" });
  await run("A", { type: "write", words: { text: "You made tea." } });
  await run("B", { type: "endKindly", words: null });
  const mara = renderLetter(table, "A");
  expect(await screen.findByText("You made tea.")).toBeTruthy();
  mara.unmount();
  renderLetter(table, "B");
  expect(screen.getByText("Nothing was written in this one.")).toBeTruthy();
});

test("turning moves the focus to the new page; the ends stay, and an arrow in a field is the field's", async () => {
  const { table } = await wholeCheckIn();
  renderLetter(table, "A");
  await turn("ArrowLeft");
  expect(turnedTo()).toBe("Something warm first");
  expect(document.activeElement).toBe(document.body);
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Next page" }));
  });
  expect(document.activeElement?.textContent).toBe("The first turn");
  const field = document.body.appendChild(document.createElement("input"));
  await act(async () => {
    fireEvent.keyDown(field, { key: "ArrowRight" });
  });
  field.remove();
  expect(turnedTo()).toBe("The first turn");
});
