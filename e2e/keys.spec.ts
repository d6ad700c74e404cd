import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { type LinkedCouple, linkCouple } from "./couples";
import { type Cut, cutEverywhere } from "./cut";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import * as held from "./hold-check-in";
import { findMailedLink, listMailedLinks } from "./mails";
import { comeFromElsewhere, fillSignIn, makePerson, readRecoveryCode, type Someone, someone } from "./people";
import type { HeardServer } from "./start-server";

const theirWords = "You made tea on Tuesday.";
const passwords = (nth: number) => `${nth} grey herons by the weir`;

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, exact: true });

async function expectNoBarriers(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Two people with a check-in behind them: words that open for those alone who have the couple's key. */
async function rememberWords(server: HeardServer, couple: LinkedCouple): Promise<string> {
  const table = held.tableOf(couple);
  const checkInId = await held.openCheckIn(server, couple.coupleId);
  await held.enterRoom(table, checkInId);
  await held.arrive(table);
  await held.land(table);
  await held.agreeOnTheRules(table);
  await held.chooseWhoBegins(table);
  await held.appreciate(table, (name) => (name === "Sam" ? theirWords : "You sang in the kitchen."));
  for (const name of ["Options", "End kindly", "End for today"]) await button(couple.mara.page, name).click();
  await expect(heading(couple.mara.page, "This check-in ends here.")).toBeVisible();
  return `/read/${checkInId}`;
}

const reads = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(page.getByText(theirWords)).toBeVisible();
};

/** Signs in with the first of these passwords that holds; stays signed in on a page where one is already. @returns which held */
async function comeBack(page: Page, email: string, candidates: readonly string[], address: string) {
  await page.goto(address);
  const signIn = heading(page, "Sign in");
  const unlock = heading(page, "Unlock on this device");
  const inside = page.getByText(theirWords).or(page.getByText("The key of these words is not here"));
  await expect(signIn.or(unlock).or(inside)).toBeVisible();
  for (const password of candidates) {
    const refusal = page.getByRole("alert").filter({ hasText: /address and password|does not open your key/ });
    if (await signIn.isVisible()) {
      await fillSignIn(page, { email, password });
      await expect(page.getByRole("button", { name: "Signing in" })).toHaveCount(0);
      await expect(refusal.or(inside)).toBeVisible();
    } else if (await unlock.isVisible()) {
      await page.getByLabel("Password", { exact: true }).fill(password);
      await button(page, "Unlock").click();
      await expect(refusal.or(inside)).toBeVisible();
    } else return null;
    if (await inside.isVisible()) return password;
  }
  throw new Error(`${email} is locked out`);
}

/** A device that was never used before. */
async function newDevice(context: BrowserContext): Promise<Page> {
  const browser = context.browser();
  if (browser === null) throw new Error("no browser");
  const page = await (await browser.newContext()).newPage();
  await comeFromElsewhere(page);
  return page;
}

/** After a cut, on a device that knows nothing: exactly one of the passwords holds, and it opens the old words. @returns it */
async function holdsOf(context: BrowserContext, email: string, candidates: readonly string[], address: string) {
  const device = await newDevice(context);
  const held = await comeBack(device, email, candidates, address);
  await expect(device.getByText(theirWords)).toBeVisible();
  await device.context().close();
  if (held === null) throw new Error("a new device was signed in already");
  return held;
}

async function changePassword(page: Page, old: string, fresh: string): Promise<void> {
  await page.goto("/you/password");
  await page.getByLabel("Your password now", { exact: true }).fill(old);
  await page.getByLabel("Your new password", { exact: true }).fill(fresh);
  await button(page, "Change my password").click();
  await expect(heading(page, "Your password is changed")).toBeVisible();
}

async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto("/recover");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await button(page, "Send me a link").click();
  await expect(heading(page, "Look at your mail")).toBeVisible();
}

const recoveryLink = /\/recover\/[\w-]{43}/;

async function recoverWithCode(page: Page, link: string, code: string, fresh: string): Promise<void> {
  await page.goto(link);
  await button(page, "I have my recovery code").click();
  await page.getByRole("textbox", { name: "Recovery code" }).fill(code);
  await page.getByLabel("New password", { exact: true }).fill(fresh);
  await button(page, "Set my new password").click();
  await page.waitForURL("/us");
}

async function recoverWithoutCode(page: Page, link: string, fresh: string): Promise<string> {
  await page.goto(link);
  await button(page, "I don't have it").click();
  await page.getByLabel("New password", { exact: true }).fill(fresh);
  await button(page, "Go on without the code").click();
  const code = await readRecoveryCode(page);
  await button(page, "I have it").click();
  await page.getByRole("textbox", { name: "Recovery code" }).fill(code);
  await button(page, "Set my new password").click();
  await page.waitForURL("/you/let-in");
  return code;
}

async function makeNewCode(page: Page, password: string): Promise<string> {
  await page.goto("/you/recovery-code");
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await button(page, "Make a new code").click();
  const code = await readRecoveryCode(page);
  await button(page, "I have it").click();
  await page.getByRole("textbox", { name: "Recovery code" }).fill(code);
  await button(page, "Use this code from now on").click();
  await expect(heading(page, "Your new recovery code holds")).toBeVisible();
  return code;
}

const sixWordsOn = async (page: Page) => {
  const list = page.getByRole("list", { name: "Six words" }).getByRole("listitem");
  await expect(list).toHaveCount(6);
  return list.allInnerTexts();
};

/** Many mails and tries of one person follow each other here as they never do. */
const forgetTries = (server: HeardServer) => queryDatabase(server, "DELETE FROM rate_limit");

async function startWithWords(server: HeardServer, browser: NonNullable<ReturnType<BrowserContext["browser"]>>) {
  const couple = await linkCouple(server, await browser.newContext(), await browser.newContext());
  return { ...couple, address: await rememberWords(server, couple) };
}

test("somebody changes their password: it opens their words everywhere, and other devices are signed out at once", async ({
  browser,
  server,
}) => {
  test.slow();
  const { mara, address } = await startWithWords(server, browser);
  const other = await newDevice(mara.page.context());
  await comeBack(other, mara.email, [mara.password], address);
  await mara.page.goto("/you");
  await mara.page.getByRole("link", { name: "Change the password" }).click();
  await mara.page.getByLabel("Your password now", { exact: true }).fill("another quiet lighthouse");
  await mara.page.getByLabel("Your new password", { exact: true }).fill("password1234");
  await button(mara.page, "Change my password").click();
  await expect(mara.page.getByText("first that a guesser tries")).toBeVisible();
  await mara.page.getByLabel("Your new password", { exact: true }).fill(passwords(1));
  await button(mara.page, "Change my password").click();
  await expect(mara.page.getByText("This is not your password now")).toBeVisible();
  await expect(mara.page.getByLabel("Your new password", { exact: true })).toHaveValue(passwords(1));
  await expectNoBarriers(mara.page);
  const sent: string[] = [];
  mara.page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await mara.page.getByLabel("Your password now", { exact: true }).fill(mara.password);
  await button(mara.page, "Change my password").click();
  await expect(heading(mara.page, "Your password is changed")).toBeVisible();
  expect(sent.filter((each) => each.includes(mara.password) || each.includes(passwords(1)))).toEqual([]);
  await expectNoBarriers(mara.page);

  await reads(mara.page, address);
  await other.goto(address);
  await expect(other).toHaveURL(/\/sign-in\?next=.*&ended=1/);
  await fillSignIn(other, mara);
  await expect(other.getByRole("alert").filter({ hasText: "address and password" })).toBeVisible();
  await fillSignIn(other, { ...mara, password: passwords(1) });
  await expect(other.getByText(theirWords)).toBeVisible();
});

test("a tab that dies while the password is changed leaves the old one or the new one, and the words open", async ({
  browser,
  server,
}) => {
  test.setTimeout(420_000);
  const { mara, address } = await startWithWords(server, browser);
  const context = mara.page.context();
  let now = mara.password;
  let turn = 0;
  const asked = await cutEverywhere(
    context,
    (page) => changePassword(page, now, passwords(turn)),
    async () => {
      now = await holdsOf(context, mara.email, [now, passwords(turn)], address);
      // The browser whose tab died: signed in as before, with the keys that it had.
      const again = await context.newPage();
      await reads(again, address);
      await again.close();
      turn += 1;
    },
  );
  expect(asked.filter((each) => each === "POST /you/password")).toHaveLength(2);
});

test("a new recovery code takes the old one's place, and either way one of them opens the words", async ({
  browser,
  server,
}) => {
  test.setTimeout(420_000);
  const { mara, address } = await startWithWords(server, browser);
  const { page } = mara;
  await page.goto("/you");
  await page.getByRole("link", { name: "Make a new code" }).click();
  await expectNoBarriers(page);
  const code = await makeNewCode(page, mara.password);
  expect(code).not.toBe(mara.recoveryCode);
  await expectNoBarriers(page);

  // Every code that was ever shown, newest last; a cut leaves the one before or the one that was just written down.
  const codes = [code];
  await cutEverywhere(
    page.context(),
    async (tab) => {
      await tab.goto("/you/recovery-code");
      await tab.getByLabel("Your password", { exact: true }).fill(mara.password);
      await button(tab, "Make a new code").click();
      codes.push(await readRecoveryCode(tab));
      await button(tab, "I have it").click();
      await tab.getByRole("textbox", { name: "Recovery code" }).fill(codes.at(-1) ?? "");
      await button(tab, "Use this code from now on").click();
      await expect(heading(tab, "Your new recovery code holds")).toBeVisible();
    },
    async () => void (await holdsOf(page.context(), mara.email, [mara.password], address)),
  );
  await forgetTries(server);
  await askForLink(page, mara.email);
  const { path } = await findMailedLink(server, mara.email, recoveryLink);
  const lost = await newDevice(page.context());
  await lost.goto(path);
  await button(lost, "I have my recovery code").click();
  await lost.getByRole("textbox", { name: "Recovery code" }).fill(mara.recoveryCode);
  await lost.getByLabel("New password", { exact: true }).fill(passwords(1));
  await button(lost, "Set my new password").click();
  await expect(lost.getByText("This code does not open your words")).toBeVisible();
  await lost.getByRole("textbox", { name: "Recovery code" }).fill(codes.at(-1) ?? "");
  await button(lost, "Set my new password").click();
  await lost.waitForURL("/us");
  await reads(lost, address);
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
  await expectNoBarriers(device);
  await device.getByRole("textbox", { name: "E-mail address" }).fill("nobody@example.org");
  await button(device, "Send me a link").click();
  await expect(heading(device, "Look at your mail")).toBeVisible();
  const toNobody = await device.locator("main").textContent();
  await expect(device.getByText("Ask the person who runs it")).toBeVisible();
  await expectNoBarriers(device);
  await askForLink(device, mara.email);
  expect((await device.locator("main").textContent())?.replace(mara.email, "nobody@example.org")).toBe(toNobody);

  const { path } = await findMailedLink(server, mara.email, recoveryLink);
  // A program that reads mail looks at the link first, more than once.
  for (let i = 0; i < 3; i += 1) expect((await device.request.get(path)).status()).toBe(200);
  await device.goto(path);
  await expectNoBarriers(device);
  await recoverWithCode(device, path, mara.recoveryCode.toLowerCase().replaceAll("-", " "), passwords(1));
  await reads(device, address);

  await mara.page.goto(address);
  await expect(mara.page).toHaveURL(/\/sign-in\?next=.*&ended=1/);
  await mara.page.goto(path);
  await expect(heading(mara.page, "This link was used already")).toBeVisible();
  await expectNoBarriers(mara.page);
  await mara.page.goto(`/recover/${"A".repeat(43)}`);
  await expect(heading(mara.page, "This link has run out")).toBeVisible();
});

test("a tab that dies on the way back with the recovery code locks nobody out", async ({ browser, server }) => {
  test.setTimeout(600_000);
  const { mara, address } = await startWithWords(server, browser);
  const context = await browser.newContext();
  await comeFromElsewhere(await context.newPage());
  let now = mara.password;
  let turn = 0;
  let mails = 0;
  const journey = async (page: Page) => {
    await askForLink(page, mara.email);
    const { path, count } = await findMailedLink(server, mara.email, recoveryLink, mails);
    mails = count;
    await recoverWithCode(page, path, mara.recoveryCode, passwords(turn));
  };
  const asked = await cutEverywhere(context, journey, async () => {
    await forgetTries(server);
    mails = await countLinks(server, mara.email);
    now = await holdsOf(context, mara.email, [now, passwords(turn)], address);
    const again = await context.newPage();
    await comeBack(again, mara.email, [now], address);
    await expect(again.getByText(theirWords)).toBeVisible();
    await again.goto("/you");
    await again.getByRole("button", { name: "Sign out here" }).click();
    await again.waitForURL("/sign-in");
    await again.close();
    turn += 1;
  });
  expect(asked).toContain("POST /api/recover");
  expect(asked).toContain("POST /api/auth/callback/credentials");
});

/** After mails that are still on their way: a link more is one that the next journey did not ask for. */
async function countLinks(server: HeardServer, email: string): Promise<number> {
  const waiting = async () => {
    const [row] = await queryDatabase(
      server,
      `SELECT count(*)::int AS open FROM "Notice" n JOIN "Person" p ON p."id" = n."personId"
       WHERE p."email" = $1 AND n."kind" = 'recovery' AND n."status" IN ('waiting', 'claimed', 'handing')`,
      [email],
    );
    return row?.open;
  };
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  return (await listMailedLinks(server, email, recoveryLink)).length;
}

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
  await expectNoBarriers(device);
  const code = await recoverWithoutCode(device, path, passwords(1));
  expect(code).not.toBe(sam.recoveryCode);

  // The account works; the words are shut, and say what to do.
  await device.goto(address);
  await expect(device.getByText("The key of these words is not here")).toBeVisible();
  await device.goto("/us");
  await device.getByRole("link", { name: "How to be let back in" }).click();
  await expectNoBarriers(device);
  await button(device, "Ask Mara to let me in").click();
  await expect(heading(device, "Waiting for Mara")).toBeVisible();

  // Mara did nothing: her page learned it by itself.
  await expect(heading(mara.page, "Sam asks to be let back in")).toBeVisible();
  await expectNoBarriers(mara.page);
  await mara.page.getByRole("link", { name: "Compare six words" }).click();
  expect(await sixWordsOn(mara.page)).toEqual(await sixWordsOn(device));
  await expectNoBarriers(mara.page);
  await expectNoBarriers(device);

  await button(mara.page, "That's not them").click();
  await expect(device.getByText("Mara said that the words were not the same")).toBeVisible();
  await button(device, "Ask Mara to let me in").click();
  await expect(heading(mara.page, "Sam asks to be let back in")).toBeVisible();
  expect(await sixWordsOn(mara.page)).toEqual(await sixWordsOn(device));
  await button(mara.page, "That's them").click();
  await expect(heading(device, "Mara says that it's you")).toBeVisible();
  await expectNoBarriers(device);
  await button(device, "The same: open our words").click();
  await device.waitForURL("/us");
  await reads(device, address);
  await expect(heading(mara.page, "Your words open here")).toBeVisible();

  // From then on as before: another device needs the password alone, and the new code works.
  expect(await holdsOf(device.context(), sam.email, [passwords(1)], address)).toBe(passwords(1));
  await forgetTries(server);
  const next = await newDevice(device.context());
  await askForLink(next, sam.email);
  const second = await findMailedLink(server, sam.email, recoveryLink, 1);
  await recoverWithCode(next, second.path, code, passwords(2));
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

/** As after a recovery without the code, without the clicks: no copy of the couple's key, none on the device either. */
async function loseCopy(server: HeardServer, { email }: Someone, page: Page): Promise<void> {
  await queryDatabase(
    server,
    `UPDATE "Partner" SET "sealedCoupleKey" = '' WHERE "personId" = (SELECT "id" FROM "Person" WHERE "email" = $1)`,
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

test("a tab that dies on either side while somebody is let back in keeps nobody out", async ({ browser, server }) => {
  test.setTimeout(600_000);
  const { mara, sam, address } = await startWithWords(server, browser);
  const spare = await sam.page.context().newPage();
  const reset = () => loseCopy(server, sam, spare);
  const askAndWait = async (page: Page) => {
    await page.goto("/you/let-in");
    const asking = button(page, "Ask Mara to let me in");
    await expect(asking.or(page.getByRole("list", { name: "Six words" }))).toBeVisible();
    if (await asking.isVisible()) await asking.click();
    await sixWordsOn(page);
  };
  const letIn = async (page: Page) => {
    await page.goto("/you/let-in");
    const yes = button(page, "That's them");
    const answered = heading(page, "You said that it's Sam");
    await expect(yes.or(answered)).toBeVisible();
    if (await yes.isVisible()) await yes.click();
    await expect(answered).toBeVisible();
  };
  const open = async (page: Page) => {
    await page.goto("/you/let-in");
    await button(page, "The same: open our words").click();
    await page.waitForURL("/us");
  };
  /** From wherever the cut has left it, the rest of the way is the same few presses. */
  const finish = async () => {
    const [asker, helper] = [await sam.page.context().newPage(), await mara.page.context().newPage()];
    await asker.goto("/you/let-in");
    const opens = heading(asker, "Your words open here");
    const way = button(asker, "Ask Mara to let me in").or(asker.getByRole("list", { name: "Six words" }));
    await expect(opens.or(way)).toBeVisible();
    if (!(await opens.isVisible())) {
      await askAndWait(asker);
      await letIn(helper);
      await open(asker);
    }
    await reads(asker, address);
    await reads(helper, address);
    await holdsOf(asker.context(), sam.email, [sam.password], address);
    await asker.close();
    await helper.close();
  };
  const cutOn = async (whose: Page, journey: (page: Page) => Promise<void>, before: () => Promise<void>) => {
    await reset();
    await before();
    const asked = await cutEverywhere(whose.context(), journey, async (_: Cut) => {
      await finish();
      await reset();
      await before();
    });
    expect(asked.filter((each) => each === "POST /you/let-in").length).toBeGreaterThan(0);
  };
  const asked = async () => {
    await sam.page.goto("/us");
    await askAndWait(spare);
  };
  await cutOn(sam.page, askAndWait, async () => undefined);
  await cutOn(mara.page, letIn, asked);
  await cutOn(sam.page, open, async () => {
    await asked();
    const helper = await mara.page.context().newPage();
    await letIn(helper);
    await helper.close();
  });
});

test("a tab that dies on the way back without the code leaves the old password with the words, or the new one with a way to them", async ({
  browser,
  server,
}) => {
  test.setTimeout(600_000);
  const { mara, address } = await startWithWords(server, browser);
  const context = await browser.newContext();
  await comeFromElsewhere(await context.newPage());
  let now = mara.password;
  let turn = 0;
  let mails = 0;
  let given = false;
  const journey = async (page: Page) => {
    await askForLink(page, mara.email);
    const { path, count } = await findMailedLink(server, mara.email, recoveryLink, mails);
    mails = count;
    await recoverWithoutCode(page, path, passwords(turn));
  };
  await cutEverywhere(context, journey, async () => {
    await forgetTries(server);
    mails = await countLinks(server, mara.email);
    const device = await newDevice(context);
    const before = now;
    now = (await comeBack(device, mara.email, [now, passwords(turn)], address)) ?? "";
    // Until the first change went through the old words are open; from then on there is the way by the partner.
    given ||= now !== before;
    if (given) {
      await device.getByRole("link", { name: "Ask to be let back in" }).click();
      await expect(button(device, "Ask Sam to let me in")).toBeVisible();
    } else await expect(device.getByText(theirWords)).toBeVisible();
    await device.context().close();
    const again = await context.newPage();
    await comeBack(again, mara.email, [now], address);
    if (given) await expect(again.getByText("The key of these words is not here")).toBeVisible();
    await context.clearCookies();
    await again.close();
    turn += 1;
  });
  expect(given).toBe(true);
});

test("when both have lost their keys, it is said plainly", async ({ browser, server }) => {
  const { mara, sam } = await linkCouple(server, await browser.newContext(), await browser.newContext());
  await loseCopy(server, mara, mara.page);
  await loseCopy(server, sam, sam.page);
  await sam.page.goto("/you/let-in");
  await expect(heading(sam.page, "Mara has lost their key too")).toBeVisible();
  await expect(sam.page.getByText("it stays shut for good")).toBeVisible();
  await expectNoBarriers(sam.page);
});
