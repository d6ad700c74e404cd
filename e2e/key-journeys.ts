import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { expect } from "./fixtures";
import { addPastCheckIns } from "./past-check-ins";
import { comeFromElsewhere, fillSignIn, readRecoveryCode, type Someone } from "./people";
import type { HeardServer } from "./start-server";

export const theirWords = "You made tea.";
export const newPassword = (nth: number) => `${nth} grey herons by the weir`;
export const recoveryLink = /\/recover\/[\w-]{43}/;

export const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
export const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, exact: true });

/** Two people with a check-in behind them: words that open for those alone who have the couple's key. */
export async function startWithWords(server: HeardServer, browser: Browser) {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  const words = { moment: "Tuesday.", feelings: [], topic: "time", reflection: "You saw it.", leaving: "calm" };
  const [checkInId] = await addPastCheckIns(server, couple, [{ at: Date.now() - 86_400_000, words }]);
  return { ...couple, couple, address: `/read/${checkInId}` };
}

export const reads = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(page.getByText(theirWords)).toBeVisible();
};

/** From wherever this browser stands (signed in or out, with or without its keys) to the words, or to what keeps them shut. */
export async function comeBack(page: Page, { email, password }: Pick<Someone, "email" | "password">, address: string) {
  await page.goto(address);
  const signIn = heading(page, "Sign in");
  const unlock = heading(page, "Unlock on this device");
  const inside = page.getByText(theirWords).or(page.getByText("The key of these words is not here"));
  await expect(signIn.or(unlock).or(inside)).toBeVisible();
  if (await signIn.isVisible()) await fillSignIn(page, { email, password });
  else if (await unlock.isVisible()) {
    await page.getByLabel("Password", { exact: true }).fill(password);
    await button(page, "Unlock").click();
  }
  await expect(inside).toBeVisible();
}

/** A device that was never used before. */
export async function newDevice(context: BrowserContext): Promise<Page> {
  const browser = context.browser();
  if (browser === null) throw new Error("no browser");
  const page = await (await browser.newContext()).newPage();
  await comeFromElsewhere(page);
  return page;
}

export async function readsOnNewDevice(context: BrowserContext, who: Someone, address: string): Promise<void> {
  const device = await newDevice(context);
  await comeBack(device, who, address);
  await expect(device.getByText(theirWords)).toBeVisible();
  await device.context().close();
}

export async function changePassword(page: Page, old: string, fresh: string): Promise<void> {
  await page.goto("/you/password");
  await page.getByLabel("Your password now", { exact: true }).fill(old);
  await page.getByLabel("Your new password", { exact: true }).fill(fresh);
  await button(page, "Change my password").click();
  await expect(heading(page, "Your password is changed")).toBeVisible();
}

export async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto("/recover");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await button(page, "Send me a link").click();
  // The server of the stories has no way out for mail.
  await expect(heading(page, "Ask whoever runs this server")).toBeVisible();
}

/** The quick way to a link: what the server keeps of one, without the mail. */
export async function makeLink(server: HeardServer, email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await queryDatabase(
    server,
    `INSERT INTO "RecoveryTicket" ("id", "personId", "tokenHash", "expiresAt")
     SELECT $1, "id", $2, now() + interval '30 minutes' FROM "Person" WHERE "email" = $3`,
    [randomUUID(), createHash("sha256").update(token).digest("base64url"), email],
  );
  return `/recover/${token}`;
}

export async function recoverWithCode(page: Page, link: string, code: string, fresh: string): Promise<void> {
  await page.goto(link);
  await button(page, "I have my recovery code").click();
  await page.getByRole("textbox", { name: "Recovery code" }).fill(code);
  await page.getByLabel("New password", { exact: true }).fill(fresh);
  await button(page, "Set my new password").click();
  await page.waitForURL("/us");
}

/** @param onCode hears the new code as soon as it is on the screen */
export async function recoverWithoutCode(
  page: Page,
  link: string,
  fresh: string,
  onCode: (code: string) => void = () => undefined,
): Promise<string> {
  await page.goto(link);
  await button(page, "I don't have it").click();
  await page.getByLabel("New password", { exact: true }).fill(fresh);
  await button(page, "Go on without the code").click();
  const code = await readRecoveryCode(page);
  onCode(code);
  await button(page, "I have it").click();
  await page.getByRole("textbox", { name: "Recovery code" }).fill(code);
  await button(page, "Set my new password").click();
  await page.waitForURL("/you/let-in");
  return code;
}

/** @param onCode hears the new code as soon as it is on the screen */
export async function makeNewCode(page: Page, password: string, onCode: (code: string) => void): Promise<void> {
  await page.goto("/you/recovery-code");
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await button(page, "Make a new code").click();
  const code = await readRecoveryCode(page);
  onCode(code);
  await button(page, "I have it").click();
  await page.getByRole("textbox", { name: "Recovery code" }).fill(code);
  await button(page, "Use this code from now on").click();
  await expect(heading(page, "Your new recovery code holds")).toBeVisible();
}

export const sixWordsOn = async (page: Page) => {
  const list = page.getByRole("list", { name: "Six words" }).getByRole("listitem");
  await expect(list).toHaveCount(6);
  return list.allInnerTexts();
};

/** Many mails and tries of one person follow each other in a story as they never do. */
export const forgetTries = (server: HeardServer) => queryDatabase(server, "DELETE FROM rate_limit");

/** As after a recovery without the code, without the clicks: no copy of the couple's key, none on the device either. */
export async function loseCopy(server: HeardServer, { email }: Pick<Someone, "email">, page: Page): Promise<void> {
  await queryDatabase(
    server,
    `WITH lost AS (UPDATE "Partner" SET "sealedCoupleKey" = ''
       WHERE "personId" = (SELECT "id" FROM "Person" WHERE "email" = $1) RETURNING "coupleId", "seat")
     DELETE FROM "KeyRequest" USING lost WHERE "KeyRequest"."coupleId" = lost."coupleId" AND "KeyRequest"."seat" = lost."seat"`,
    [email],
  );
  await page.goto("/not-therapy");
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("heard", 1);
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const transaction = open.result.transaction("keys", "readwrite");
          const store = transaction.objectStore("keys");
          const keys = store.getAllKeys();
          keys.onsuccess = () => {
            for (const key of keys.result) if (key !== "identity") store.delete(key);
          };
          transaction.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
  );
}
