import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import {
  askForLink,
  button,
  forgetTries,
  heading,
  newDevice,
  newPassword,
  recoverWithoutCode,
  recoveryLink,
  sixWordsOn,
  startWithWords,
  theirWords,
} from "./key-journeys";
import { findMailedLink } from "./mails";
import { fillSignIn, type Someone } from "./people";
import { holdShort } from "./short-check-in";
import type { HeardServer } from "./start-server";
import { expectAccessible } from "./watch-page";

/** Forgets the password and has no code: a new pair, and no copy of the couple's key. */
async function loseKeys(server: HeardServer, page: Page, who: Someone): Promise<Page> {
  const device = await newDevice(page.context());
  await askForLink(device, who.email);
  const { path } = await findMailedLink(server, who.email, recoveryLink);
  await recoverWithoutCode(device, path, newPassword(1));
  return device;
}

test("two who have both lost their keys begin again with a new one, and what was shut says so where it stands", async ({
  browser,
  server,
}) => {
  test.slow();
  const { couple, mara, sam, address } = await startWithWords(server, browser);
  const maras = await loseKeys(server, mara.page, mara);
  await forgetTries(server);
  const sams = await loseKeys(server, sam.page, sam);

  for (const [page, other] of [
    [maras, "Sam"],
    [sams, "Mara"],
  ] as const) {
    await page.goto("/us");
    await expect(heading(page, `Your words with ${other} are shut`)).toBeVisible();
    await expect(page.getByText("You two can begin again with a new key")).toBeVisible();
    await expect(button(page, "Open a check-in")).toHaveCount(0);
    await expectAccessible(page);
  }
  await sams.getByRole("link", { name: "How to begin again" }).click();
  await expect(heading(sams, "Mara has new keys too")).toBeVisible();
  await expectAccessible(sams);
  await button(sams, "Ask Mara to begin again").click();
  await expect(heading(sams, "Waiting for Mara")).toBeVisible();

  // Mara did nothing: her page learned it by itself.
  await expect(heading(maras, "Sam asks to begin again with a new key")).toBeVisible();
  await maras.getByRole("link", { name: "Compare six words" }).click();
  expect(await sixWordsOn(maras)).toEqual(await sixWordsOn(sams));
  await expect(maras.getByText("stays shut for good")).toBeVisible();
  await expectAccessible(maras);
  await button(maras, "That's them: begin again").click();
  await expect(heading(maras, "You said that it's Sam")).toBeVisible();
  expect(await sixWordsOn(maras)).toEqual(await sixWordsOn(sams));
  await button(sams, "The same: open our words").click();
  await sams.waitForURL("/us");

  const table = {
    mara: { ...couple.mara, page: maras },
    sam: { ...couple.sam, page: sams },
  };
  const written = await holdShort(server, { ...couple, ...table }, (name) => `A new beginning, says ${name}.`);
  for (const page of [maras, sams]) {
    await page.goto(`/read/${written}`);
    await expect(page.getByText("A new beginning, says Sam.")).toBeVisible();
    await page.goto(address);
    await expect(page.getByText("This could not be opened.").first()).toBeVisible();
    await expect(page.getByText(theirWords)).toHaveCount(0);
    // What opens is listed beside what does not.
    await page.goto("/read");
    await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
    await expectAccessible(page);
  }
  // From then on the password alone is enough, on any device.
  const again = await newDevice(sams.context());
  await again.goto(`/read/${written}`);
  await fillSignIn(again, { ...sam, password: newPassword(1) });
  await expect(again.getByText("A new beginning, says Mara.")).toBeVisible();
});
