import { devices, type Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import {
  comeFromElsewhere,
  fillDetails,
  fillSignIn,
  makePerson,
  readRecoveryCode,
  type Someone,
  signUp,
  someone,
} from "./people";

const firefoxOnAndroid = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";

test("somebody signs up, and their recovery code is shown once and asked back", async ({ page }) => {
  const mara = someone("Mara");
  await comeFromElsewhere(page);
  await page.goto("/sign-up?next=/you");
  await fillDetails(page, { ...mara, password: "password1234" });
  await expect(page.getByRole("alert").filter({ hasText: "first that a guesser tries" })).toBeVisible();

  await page.getByLabel("Password", { exact: true }).fill(mara.password);
  await page.getByRole("button", { name: "Go on" }).click();
  const code = await readRecoveryCode(page);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
  await page.getByRole("button", { name: "I have it" }).click();

  const asked = page.getByRole("textbox", { name: "Recovery code" });
  await asked.fill(code.slice(0, 10));
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "26 letters and digits" })).toBeVisible();
  await page.getByRole("button", { name: "Show me the code again" }).click();
  expect(await readRecoveryCode(page)).toBe(code);

  await page.getByRole("button", { name: "I have it" }).click();
  await asked.fill(` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")} `);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page).toHaveURL("/you");
  await expect(page.getByRole("textbox", { name: "Your name" })).toHaveValue("Mara");
  await expect(page.getByText(mara.email)).toBeVisible();
});

test("the password and the recovery code never leave the browser", async ({ page }) => {
  const mara = someone("Mara");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  const code = await signUp(page, mara, "/you");
  expect(sent.filter((each) => each.includes("/api/sign-up"))).toHaveLength(1);
  for (const secret of [mara.password, encodeURIComponent(mara.password), code, code.replaceAll("-", "")]) {
    expect(sent.filter((each) => each.includes(secret))).toEqual([]);
  }
});

test("an address that has an account is answered kindly, with what was typed still there", async ({
  page,
  browser,
}) => {
  const sam = someone("Sam");
  await makePerson(page, sam);
  const other = await browser.newContext();
  const stranger = await other.newPage();
  await comeFromElsewhere(stranger);
  await stranger.goto("/sign-up");
  await fillDetails(stranger, { ...sam, name: "Someone" });
  const code = await readRecoveryCode(stranger);
  await stranger.getByRole("button", { name: "I have it" }).click();
  await stranger.getByRole("textbox", { name: "Recovery code" }).fill(code);
  await stranger.getByRole("button", { name: "Make my account" }).click();
  await expect(stranger.getByRole("alert").filter({ hasText: "an account with this address already" })).toBeVisible();
  await expect(stranger.getByRole("textbox", { name: "Your name" })).toHaveValue("Someone");
  await stranger.getByRole("link", { name: "Sign in instead" }).click();
  await expect(stranger.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.close();
});

test("signing out clears the device, and a wrong password says no more than an unknown address", async ({ page }) => {
  const mara = someone("Mara");
  await makePerson(page, mara);
  await page.goto("/you");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(page).toHaveURL("/sign-in");
  expect(await page.evaluate(keysOnDevice)).toEqual([]);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("heard-session");

  const refusal = page.getByRole("alert").filter({ hasText: "address and password" });
  await trySignIn(page, { ...mara, password: "another quiet lighthouse" });
  await expect(refusal).toBeVisible();
  const words = await refusal.textContent();
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("another quiet lighthouse");

  await trySignIn(page, { email: someone("Nobody").email, password: mara.password });
  await expect(refusal).toBeVisible();
  expect(await refusal.textContent()).toBe(words);

  await fillSignIn(page, mara);
  await expect(page).not.toHaveURL(/sign-in/);
});

test("too many tries are answered with a wait in words, and nothing typed is lost", async ({ page }) => {
  const nobody = someone("Nobody");
  await comeFromElsewhere(page);
  await page.goto("/sign-in");
  const wrong = page.getByRole("alert").filter({ hasText: "address and password" });
  for (let i = 0; i < 6; i += 1) {
    await trySignIn(page, nobody);
    await expect(wrong).toBeVisible();
  }
  await trySignIn(page, nobody);
  await expect(page.getByRole("alert").filter({ hasText: /You can go on in \d+ seconds/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveValue(nobody.email);
});

test("a second device just works, and is refused at once when the first one ends it", async ({ page, browser }) => {
  const mara = someone("Mara");
  await makePerson(page, mara);
  const pocket = await browser.newContext({ ...devices["Pixel 7"], userAgent: firefoxOnAndroid });
  const phone = await pocket.newPage();
  await comeFromElsewhere(phone);
  await phone.goto("/you");
  await expect(phone).toHaveURL("/sign-in?next=%2Fyou");
  await fillSignIn(phone, mara);
  await expect(phone).toHaveURL("/you");
  expect(await phone.evaluate(keysOnDevice)).toEqual(["identity"]);

  await page.goto("/you");
  const list = page.getByRole("list", { name: "Devices" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list.getByRole("listitem").filter({ hasText: "This device" })).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out Firefox on Android" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);

  await phone.reload();
  await expect(phone).toHaveURL("/sign-in?next=%2Fyou&ended=1");
  await expect(phone.getByText("You were signed out here. Your words are safe.")).toBeVisible();
  await expect.poll(() => phone.evaluate(keysOnDevice)).toEqual([]);
  await pocket.close();
});

test("signing out everywhere ends the other devices too", async ({ page, browser }) => {
  const mara = someone("Mara");
  await makePerson(page, mara);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await comeFromElsewhere(other);
  await other.goto("/sign-in?next=/you");
  await fillSignIn(other, mara);
  await expect(other).toHaveURL("/you");

  await page.goto("/you");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL("/sign-in");
  await other.getByRole("textbox", { name: "Your name" }).fill("Mara B");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("alert").filter({ hasText: "You were signed out here" })).toBeVisible();
  await elsewhere.close();
});

test("a changed name is kept", async ({ page }) => {
  await makePerson(page, someone("Mara"));
  await page.goto("/you");
  await page.getByRole("textbox", { name: "Your name" }).fill("Mara Lind");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Your name" })).toHaveValue("Mara Lind");
});

test("signing in leads to a page of this site and nowhere else", async ({ page }) => {
  const mara = someone("Mara");
  await makePerson(page, mara);
  await page.goto("/sign-in?next=https%3A%2F%2Felsewhere.example%2F");
  await expect(page).toHaveURL("/us");
});

/** Signs in by hand, and waits until the server has answered. */
async function trySignIn(page: Page, who: Pick<Someone, "email" | "password">) {
  const answered = page.waitForResponse(/\/api\/auth\/callback\/credentials$/);
  await fillSignIn(page, who);
  await answered;
}

/** The places in the key store. Runs in the page. */
const keysOnDevice = () =>
  new Promise<IDBValidKey[]>((resolve, reject) => {
    const open = indexedDB.open("heard", 1);
    open.onerror = () => reject(open.error);
    open.onupgradeneeded = () => open.result.createObjectStore("keys");
    open.onsuccess = () => {
      const all = open.result.transaction("keys").objectStore("keys").getAllKeys();
      all.onsuccess = () => {
        open.result.close();
        resolve(all.result);
      };
    };
  });
