import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import {
  askForLink,
  button,
  comeBack,
  forgetTries,
  heading,
  loseCopy,
  newDevice,
  newPassword,
  reads,
  readsOnNewDevice,
  recoverWithCode,
  recoverWithoutCode,
  recoveryLink,
  sixWordsOn,
  startWithWords,
  theirWords,
} from "./key-journeys";
import { findMailedLink } from "./mails";
import { fillSignIn, makePerson, someone } from "./people";
import { expectAccessible } from "./watch-page";

test("somebody changes their password: it opens their words everywhere, and other devices are signed out at once", async ({
  browser,
  server,
}) => {
  test.slow();
  const { mara, address } = await startWithWords(server, browser);
  const other = await newDevice(mara.page.context());
  await comeBack(other, mara, address);
  await mara.page.goto("/you");
  await mara.page.getByRole("link", { name: "Change the password" }).click();
  await mara.page.getByLabel("Your password now", { exact: true }).fill("another quiet lighthouse");
  await mara.page.getByLabel("Your new password", { exact: true }).fill("password1234");
  await button(mara.page, "Change my password").click();
  await expect(mara.page.getByText("first that a guesser tries")).toBeVisible();
  await mara.page.getByLabel("Your new password", { exact: true }).fill(newPassword(1));
  await button(mara.page, "Change my password").click();
  await expect(mara.page.getByText("This is not your password now")).toBeVisible();
  await expect(mara.page.getByLabel("Your new password", { exact: true })).toHaveValue(newPassword(1));
  await expectAccessible(mara.page);
  const sent: string[] = [];
  mara.page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await mara.page.getByLabel("Your password now", { exact: true }).fill(mara.password);
  await button(mara.page, "Change my password").click();
  await expect(heading(mara.page, "Your password is changed")).toBeVisible();
  expect(sent.filter((each) => each.includes(mara.password) || each.includes(newPassword(1)))).toEqual([]);
  await expectAccessible(mara.page);

  await reads(mara.page, address);
  await other.goto(address);
  await expect(other).toHaveURL(/\/sign-in\?next=.*&ended=1/);
  await fillSignIn(other, mara);
  await expect(other.getByRole("alert").filter({ hasText: "address and password" })).toBeVisible();
  await fillSignIn(other, { ...mara, password: newPassword(1) });
  await expect(other.getByText(theirWords)).toBeVisible();
});

test("somebody who forgot their password comes back by mail and recovery code, and every other device is signed out", async ({
  browser,
  server,
}) => {
  test.slow();
  const { mara, address } = await startWithWords(server, browser);
  const device = await newDevice(mara.page.context());
  await device.goto("/sign-in");
  await device.getByRole("link", { name: "I don't know my password any more" }).click();
  await expectAccessible(device);
  await device.getByRole("textbox", { name: "E-mail address" }).fill("nobody@example.org");
  await button(device, "Send me a link").click();
  await expect(heading(device, "Ask whoever runs this server")).toBeVisible();
  const toNobody = await device.locator("main").textContent();
  await expectAccessible(device);
  await askForLink(device, mara.email);
  expect((await device.locator("main").textContent())?.replace(mara.email, "nobody@example.org")).toBe(toNobody);

  const { path } = await findMailedLink(server, mara.email, recoveryLink);
  // A program that reads mail looks at the link first, more than once.
  for (let i = 0; i < 3; i += 1) expect((await device.request.get(path)).status()).toBe(200);
  await device.goto(path);
  await expectAccessible(device);
  await recoverWithCode(device, path, mara.recoveryCode.toLowerCase().replaceAll("-", " "), newPassword(1));
  await reads(device, address);

  await mara.page.goto(address);
  await expect(mara.page).toHaveURL(/\/sign-in\?next=.*&ended=1/);
  await mara.page.goto(path);
  await expect(heading(mara.page, "This link was used already")).toBeVisible();
  await expectAccessible(mara.page);
  await mara.page.goto(`/recover/${"A".repeat(43)}`);
  await expect(heading(mara.page, "This link has run out")).toBeVisible();
});

test("without password and code, the partner lets somebody back in by six compared words", async ({
  browser,
  server,
}) => {
  test.slow();
  const { mara, sam, address } = await startWithWords(server, browser);
  const device = await newDevice(sam.page.context());
  await askForLink(device, sam.email);
  const { path } = await findMailedLink(server, sam.email, recoveryLink);
  await mara.page.goto("/us");
  await device.goto(path);
  await button(device, "I don't have it").click();
  await expect(device.getByText("stays shut for you until your partner lets you back in")).toBeVisible();
  await expectAccessible(device);
  const code = await recoverWithoutCode(device, path, newPassword(1));
  expect(code).not.toBe(sam.recoveryCode);

  // The account works; the words are shut, and say what to do.
  await device.goto(address);
  await expect(device.getByText("The key of these words is not here")).toBeVisible();
  await device.goto("/us");
  await expect(device.getByText("That comes first.")).toBeVisible();
  await expect(button(device, "Open a check-in")).toHaveCount(0);
  await expect(heading(mara.page, "Sam's words are shut")).toBeVisible();
  await expect(button(mara.page, "Open a check-in")).toHaveCount(0);
  await mara.page.getByRole("link", { name: "How that goes" }).click();
  await expect(mara.page.getByText("When Sam asks to be let back in, it shows here")).toBeVisible();
  await expectAccessible(mara.page);
  await mara.page.goto("/us");
  await device.getByRole("link", { name: "How to be let back in" }).click();
  await expectAccessible(device);
  await button(device, "Ask Mara to let me in").click();
  await expect(heading(device, "Waiting for Mara")).toBeVisible();

  // Mara did nothing: her page learned it by itself.
  await expect(heading(mara.page, "Sam asks to be let back in")).toBeVisible();
  await expectAccessible(mara.page);
  await mara.page.getByRole("link", { name: "Compare six words" }).click();
  expect(await sixWordsOn(mara.page)).toEqual(await sixWordsOn(device));
  await expectAccessible(mara.page);
  await expectAccessible(device);

  await button(mara.page, "That's not them").click();
  await expect(device.getByText("Mara said that the words were not the same")).toBeVisible();
  await button(device, "Ask Mara to let me in").click();
  await expect(heading(mara.page, "Sam asks to be let back in")).toBeVisible();
  expect(await sixWordsOn(mara.page)).toEqual(await sixWordsOn(device));
  await button(mara.page, "That's them").click();
  await expect(heading(device, "Mara says that it's you")).toBeVisible();
  await expectAccessible(device);
  await button(device, "The same: open our words").click();
  await device.waitForURL("/us");
  await reads(device, address);
  await expect(heading(mara.page, "Your words open here")).toBeVisible();

  // From then on as before: another device needs the password alone, and the new code works.
  await readsOnNewDevice(device.context(), { ...sam, password: newPassword(1) }, address);
  await forgetTries(server);
  const next = await newDevice(device.context());
  await askForLink(next, sam.email);
  const second = await findMailedLink(server, sam.email, recoveryLink, 1);
  await recoverWithCode(next, second.path, code, newPassword(2));
  await reads(next, address);
});

test("a server that slips in another key changes the words on both screens", async ({ browser, server }) => {
  test.slow();
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const { mara, sam, coupleId } = couple;
  await loseCopy(server, couple.sam, sam.page);
  await sam.page.goto("/you/let-in");
  await button(sam.page, "Ask Mara to let me in").click();
  await mara.page.goto("/you/let-in");
  const honest = await sixWordsOn(sam.page);
  expect(await sixWordsOn(mara.page)).toEqual(honest);

  const stranger = await newDevice(mara.page.context());
  const slipped = await makePerson(stranger, someone("Lee"));
  const { publicKey } = slipped.identity;
  const swap = (email: string) =>
    queryDatabase(server, `UPDATE "Person" SET "publicKey" = $1 WHERE "email" = $2`, [publicKey, email]);
  // For Mara's eyes, Sam's key is the server's.
  await swap(sam.email);
  await queryDatabase(server, `UPDATE "KeyRequest" SET "publicKey" = $1 WHERE "coupleId" = $2`, [publicKey, coupleId]);
  await mara.page.reload();
  expect(await sixWordsOn(mara.page)).not.toEqual(honest);
  await queryDatabase(server, `UPDATE "Person" SET "publicKey" = $1 WHERE "email" = $2`, [
    sam.identity.publicKey,
    sam.email,
  ]);
  // And for Sam's eyes, Mara's.
  await queryDatabase(server, `UPDATE "KeyRequest" SET "publicKey" = $1 WHERE "coupleId" = $2`, [
    sam.identity.publicKey,
    coupleId,
  ]);
  await swap(mara.email);
  await sam.page.reload();
  expect(await sixWordsOn(sam.page)).not.toEqual(honest);
});
