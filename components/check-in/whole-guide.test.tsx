import { waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderTable } from "./test-kit";

type Table = Awaited<ReturnType<typeof renderTable>>;

const toTheAppreciation = async ({ mara, sam }: Table) => {
  expect(mara.pill()).toBe("Both of you");
  await mara.press("I'm here");
  expect(mara.heading()).toBe("Waiting for Sam. There is no hurry.");
  await sam.press("I'm here");
  for (const ready of ["I'm ready", "They sit right"]) {
    await mara.press(ready);
    await sam.press(ready);
  }
  await mara.pick("I would like to begin");
  await mara.press("Choose");
  expect(mara.heading()).toBe("Sam is still choosing.");
  await sam.pick("Either is fine");
  await sam.press("Choose");
};

const toTheFirstTurn = async (table: Table) => {
  const { mara, sam } = table;
  await toTheAppreciation(table);
  await mara.type(/^A small thing/, "You made tea.");
  await mara.press("I'm done writing");
  expect(sam.screen.queryByText("You made tea.")).toBeNull();
  await sam.type(/^A small thing/, "You called your mother with me.");
  await sam.press("I'm done writing");
  expect(await sam.screen.findByText("You made tea.")).toBeTruthy();
  expect(await mara.screen.findByText("You called your mother with me.")).toBeTruthy();
  await mara.press("Go on");
  await sam.press("Go on");
};

type Device = Table["mara"];

const writeTheMoment = async (speaker: Device, words: string) => {
  await speaker.press("On to the moment");
  await speaker.type("When…", words);
};

/** One turn, from the piece to the thank you, with a part asked for smaller and a "not quite" on the way. */
const aTurn = async (speaker: Device, listener: Device, theirName: string) => {
  expect(speaker.pill()).toBe("Your turn");
  expect(listener.pill()).toBe(`${theirName} is sharing`);
  expect(listener.screen.queryByRole("textbox")).toBeNull();
  await writeTheMoment(speaker, "When the evening was over.");
  await speaker.press("Hand over");
  expect(await listener.screen.findByText("When the evening was over.")).toBeTruthy();
  await listener.press("Could you say it smaller?");
  await writeTheMoment(speaker, "I miss the evenings.");
  await speaker.press("Hand over");
  await listener.press("Ready to say it back");
  await listener.type("What I heard is…", "You are cross.");
  await listener.press("Say it back");
  await speaker.press("Not quite");
  await speaker.type(/^The part that matters most/, "I miss you.");
  await speaker.press("Ask for another try");
  expect(await listener.screen.findByText("I miss you.")).toBeTruthy();
  await listener.type("What I heard is…", "You miss me in the evenings.");
  await listener.press("Say it back");
  expect(await speaker.screen.findByText("You miss me in the evenings.")).toBeTruthy();
  await speaker.press("Nearly, one thing more");
  await speaker.type(/^One thing more/, "And I like you.");
  await speaker.press("Add it and go on");
  expect(speaker.screen.queryByText("You are cross.")).toBeNull();
  await speaker.press("That's all for now");
  await listener.type(/^It makes sense to me/, "It makes sense to me, because I am away a lot.");
  await listener.press("Give it to them");
  expect(await speaker.screen.findByText("It makes sense to me, because I am away a lot.")).toBeTruthy();
  await speaker.press("Thank you");
};

const aRequest = async (asker: Device, other: Device) => {
  await asker.type(/^This week/, "One dinner without phones?");
  await asker.press("Ask");
  expect(await other.screen.findByText("One dinner without phones?")).toBeTruthy();
  await other.press("Answer");
  expect(other.screen.getByText(/^Pick one of the three/)).toBeTruthy();
  await other.pick("Yes, with a change");
  await other.type(/^What would you change/, "On Wednesday.");
  await other.press("Answer");
  expect(await asker.screen.findByText("On Wednesday.")).toBeTruthy();
  await asker.press("Keep it");
  await other.press("Keep it");
};

test("two people go through the whole standard guide by what their screens say", async () => {
  const table = await renderTable();
  const { mara, sam } = table;
  await toTheFirstTurn(table);
  await aTurn(mara, sam, "Mara");
  await mara.press("I'm ready");
  await sam.press("I'm ready");
  await aTurn(sam, mara, "Sam");
  await aRequest(mara, sam);
  await aRequest(sam, mara);
  for (const device of [mara, sam]) {
    await device.type("Thank you for…", "Thank you for staying.");
    await device.type(/^I leave feeling/, "lighter");
    await device.press("I'm done writing");
  }
  await waitFor(() => expect(mara.screen.getAllByText("I leave feeling lighter")).toHaveLength(2));
  await mara.press("Go on");
  await sam.press("Go on");
  expect(mara.heading()).toBe("That was your check-in.");
  expect(sam.screen.getByRole("link", { name: "Read it again" }).getAttribute("href")).toMatch(/^\/read\//);
  await waitFor(() => expect(mara.screen.getAllByText("One dinner without phones?")).toHaveLength(2));
  expect(table.table.get().agreements).toHaveLength(2);
}, 20_000);

test("an agreement is let go after a question, by one of the two", async () => {
  const table = await renderTable();
  const { mara, sam } = table;
  await toTheFirstTurn(table);
  await mara.press("Options");
  await mara.press("Pass on this");
  await mara.press("I'm ready");
  await sam.press("I'm ready");
  await sam.press("Options");
  await sam.press("Pass on this");
  await aRequest(mara, sam);
  await sam.press("Nothing this time");
  for (const device of [mara, sam]) {
    await device.press("Options");
    await device.press("Pass on this");
  }
  await mara.press("Go on");
  await sam.press("Go on");
  const [letGo] = await mara.screen.findAllByRole("button", { name: "Let it go" });
  expect(letGo).toBeTruthy();
  await mara.press("Let it go");
  const [, confirm] = mara.screen.getAllByRole("button", { name: "Let it go" });
  confirm?.click();
  expect(await mara.screen.findByText("Let go.")).toBeTruthy();
  expect(await sam.screen.findByText("Let go.")).toBeTruthy();
}, 20_000);

test("after three times not quite the speaker is asked how to go on, and both can breathe first", async () => {
  const table = await renderTable();
  const { mara, sam } = table;
  await toTheFirstTurn(table);
  await writeTheMoment(mara, "I miss the evenings.");
  await mara.press("Hand over");
  await sam.press("Ready to say it back");
  for (const attempt of ["one", "two", "three"]) {
    if (attempt === "three") expect(sam.screen.getByText(/^Try it in one sentence/)).toBeTruthy();
    await sam.type("What I heard is…", attempt);
    await sam.press("Say it back");
    await mara.press("Not quite");
    await mara.press("Ask for another try");
  }
  expect(mara.heading()).toBe("Close enough to go on, or breathe for a minute?");
  expect(sam.heading()).toBe("Mara is choosing how to go on.");
  await mara.press("Breathe for a minute");
  await mara.press("I have breathed");
  expect(mara.heading()).toBe("Sam is still breathing.");
  await sam.press("I have breathed");
  expect(sam.heading()).toBe("What I heard is…");
}, 20_000);

test("in a spoken check-in every word may be left out", async () => {
  const table = await renderTable("spoken");
  const { mara, sam } = table;
  await toTheAppreciation(table);
  await mara.press("I'm done writing");
  await sam.press("I'm done writing");
  await mara.press("Go on");
  await sam.press("Go on");
  await mara.press("Hand over");
  expect(await sam.screen.findByText("Said aloud, not written.")).toBeTruthy();
  await sam.press("Ready to say it back");
  await sam.press("Say it back");
  await mara.press("Yes, that's it");
  expect(mara.heading()).toBe("Is there a little more, or is that all for now?");
}, 20_000);
