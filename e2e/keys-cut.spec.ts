import type { Page } from "@playwright/test";
import type { LinkedCouple, LinkedPerson } from "./couples";
import { cutEverywhere } from "./cut";
import { queryDatabase } from "./database";
import { expect, test } from "./fixtures";
import { openCabinet } from "./key-cabinet";
import {
  askForLink,
  button,
  changePassword,
  comeBack,
  forgetTries,
  heading,
  loseCopy,
  makeLink,
  makeNewCode,
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
import { comeFromElsewhere } from "./people";
import type { HeardServer } from "./start-server";

// A tab dies at each question that a journey asks the server, before it arrives and after it was answered. What the server then
// keeps is tried each time with all that the person knows; wherever it changed, browsers go the way that is left.

// Whatever waits for a tab that died waits in vain: said at once, not when the story's time is over.
test.use({ actionTimeout: 15_000, navigationTimeout: 15_000 });

/** The one password that holds, and whether it opens the couple's words. */
async function findPassword(
  server: HeardServer,
  couple: LinkedCouple,
  who: LinkedPerson,
  candidates: readonly string[],
): Promise<{ password: string; opens: boolean }> {
  const held = await (await openCabinet(server, couple, who)).tryPasswords(candidates);
  expect(held).toHaveLength(1);
  const [one] = held;
  if (one === undefined) throw new Error(`${who.email} is locked out`);
  return one;
}

test("a tab that dies while the password is changed leaves the old one or the new one, and the words open", async ({
  browser,
  server,
}) => {
  test.slow();
  const { couple, mara, address } = await startWithWords(server, browser);
  const context = mara.page.context();
  let now = mara.password;
  let turn = 0;
  const asked = await cutEverywhere(
    context,
    (page) => changePassword(page, now, newPassword(turn)),
    async () => {
      const before = now;
      const held = await findPassword(server, couple, mara, [now, newPassword(turn)]);
      expect(held.opens).toBe(true);
      now = held.password;
      if (now === before) return;
      turn += 1;
      // The browser whose tab died, signed in as before with the keys that it had; and one that knows the password alone.
      await reads(mara.page, address);
      await readsOnNewDevice(context, { ...mara, password: now }, address);
    },
  );
  expect(asked.filter((each) => each === "POST /you/password")).toHaveLength(2);
  expect(turn).toBeGreaterThan(0);
});

test("a new recovery code takes the old one's place, and whenever the tab dies one that was shown opens the words", async ({
  browser,
  server,
}) => {
  test.slow();
  const { couple, mara, address } = await startWithWords(server, browser);
  const context = mara.page.context();
  // Every code that was ever shown, newest last.
  const codes = [mara.recoveryCode];
  const holding: string[] = [];
  await cutEverywhere(
    context,
    (page) => makeNewCode(page, mara.password, (code) => codes.push(code)),
    async () => {
      const cabinet = await openCabinet(server, couple, mara);
      const held = await cabinet.tryCodes(codes);
      expect(held).toHaveLength(1);
      // Either it is the one from before, or the newest, which was written down before it could hold.
      expect([holding.at(-1) ?? mara.recoveryCode, codes.at(-1)]).toContain(held[0]);
      holding.push(held[0] ?? "");
      expect(await cabinet.tryPasswords([mara.password])).toEqual([{ password: mara.password, opens: true }]);
    },
  );
  expect(new Set(holding).size).toBeGreaterThan(2);
  await reads(mara.page, address);

  const lost = await newDevice(context);
  await lost.goto(await makeLink(server, mara.email));
  await button(lost, "I have my recovery code").click();
  await lost.getByRole("textbox", { name: "Recovery code" }).fill(mara.recoveryCode);
  await lost.getByLabel("New password", { exact: true }).fill(newPassword(1));
  await button(lost, "Set my new password").click();
  await expect(lost.getByText("This code does not open your words")).toBeVisible();
  await lost.getByRole("textbox", { name: "Recovery code" }).fill(codes.at(-1) ?? "");
  await button(lost, "Set my new password").click();
  await lost.waitForURL("/us");
  await reads(lost, address);
});

test("a tab that dies on the way back with the recovery code locks nobody out", async ({ browser, server }) => {
  test.slow();
  const { couple, mara, address } = await startWithWords(server, browser);
  const context = await browser.newContext();
  const device = await context.newPage();
  await comeFromElsewhere(device);
  let now = mara.password;
  let turn = 0;
  const asking = await cutEverywhere(
    context,
    (page) => askForLink(page, mara.email),
    async () => {
      await forgetTries(server);
      expect(await findPassword(server, couple, mara, [now])).toEqual({ password: now, opens: true });
    },
  );
  expect(asking).toContain("POST /api/recover");

  let { path } = await findMailedLink(server, mara.email, recoveryLink);
  const asked = await cutEverywhere(
    context,
    (page) => recoverWithCode(page, path, mara.recoveryCode, newPassword(turn)),
    async () => {
      await forgetTries(server);
      const before = now;
      const held = await findPassword(server, couple, mara, [now, newPassword(turn)]);
      expect(held.opens).toBe(true);
      now = held.password;
      // A link whose tab died before anything was set still works.
      if (now === before) return;
      turn += 1;
      path = await makeLink(server, mara.email);
      await comeBack(device, { ...mara, password: now }, address);
      await expect(device.getByText(theirWords)).toBeVisible();
      await context.clearCookies();
    },
  );
  expect(asked.filter((each) => each.startsWith("POST /recover/"))).toHaveLength(2);
  expect(asked).toContain("POST /api/auth/callback/credentials");
  expect(await (await openCabinet(server, couple, mara)).tryCodes([mara.recoveryCode])).toHaveLength(1);
});

test("a tab that dies on the way back without the code leaves the old password with the words, or the new one with a way to them", async ({
  browser,
  server,
}) => {
  test.slow();
  const { couple, mara, address } = await startWithWords(server, browser);
  const context = await browser.newContext();
  const device = await context.newPage();
  await comeFromElsewhere(device);
  let now = mara.password;
  let turn = 0;
  let link = await makeLink(server, mara.email);
  const codes = [mara.recoveryCode];
  await cutEverywhere(
    context,
    async (page) => {
      await recoverWithoutCode(page, link, newPassword(turn), (code) => codes.push(code));
    },
    async () => {
      await forgetTries(server);
      const before = now;
      const held = await findPassword(server, couple, mara, [now, newPassword(turn)]);
      now = held.password;
      const changed = now !== before;
      turn += changed ? 1 : 0;
      // Until the first change went through the old words are open; from then on there is the way by the partner.
      expect(held.opens).toBe(turn === 0);
      if (!changed) return;
      link = await makeLink(server, mara.email);
      expect(await (await openCabinet(server, couple, mara)).tryCodes(codes)).toEqual([codes.at(-1)]);
      await comeBack(device, { ...mara, password: now }, address);
      await device.getByRole("link", { name: "How we clear it" }).click();
      await expect(button(device, "Ask Sam to let me in")).toBeVisible();
      await context.clearCookies();
    },
  );
  expect(turn).toBeGreaterThan(1);
});

test("a tab that dies on either side while somebody is let back in keeps nobody out", async ({ browser, server }) => {
  test.slow();
  const { couple, mara, sam, coupleId, address } = await startWithWords(server, browser);
  const [asker, helper] = [await sam.page.context().newPage(), await mara.page.context().newPage()];
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
  const findStanding = async (): Promise<"open" | "given" | "asked" | "shut"> => {
    if ((await findPassword(server, couple, sam, [sam.password])).opens) return "open";
    const [request] = await queryDatabase(
      server,
      `SELECT "sealedKey" IS NOT NULL AS given FROM "KeyRequest" WHERE "coupleId" = $1`,
      [coupleId],
    );
    return request === undefined ? "shut" : request.given ? "given" : "asked";
  };
  /** From wherever a cut has left it, the rest of the way is the same few presses. */
  const finish = async () => {
    const standing = await findStanding();
    if (standing === "shut") await askAndWait(asker);
    if (standing === "shut" || standing === "asked") await letIn(helper);
    if (standing !== "open") await open(asker);
    await reads(asker, address);
    expect(await findStanding()).toBe("open");
  };
  type Leg = { of: Page; go: (page: Page) => Promise<void>; from: "shut" | "asked" | "given" };
  const cutLeg = async ({ of, go, from }: Leg) => {
    await loseCopy(server, sam, asker);
    if (from !== "shut") await askAndWait(asker);
    if (from === "given") await letIn(helper);
    const requests = await queryDatabase(
      server,
      `SELECT row_to_json(r) AS row FROM "KeyRequest" r WHERE "coupleId" = $1`,
      [coupleId],
    );
    /** Back to where the leg begins, by the quick way. */
    const beginAnew = async () => {
      await loseCopy(server, sam, asker);
      for (const { row } of requests)
        await queryDatabase(
          server,
          `INSERT INTO "KeyRequest" SELECT * FROM json_populate_record(NULL::"KeyRequest", $1::json)`,
          [JSON.stringify(row)],
        );
    };
    const left = new Set<string>();
    const asked = await cutEverywhere(of.context(), go, async () => {
      const standing = await findStanding();
      // Each standing that a cut can leave is gone on from once.
      const isNew = !left.has(standing);
      left.add(standing);
      if (isNew) await finish();
      if (isNew || standing !== from) await beginAnew();
    });
    expect(asked).toContain("POST /you/let-in");
    expect(left.size).toBe(2);
  };
  await cutLeg({ of: sam.page, go: askAndWait, from: "shut" });
  await cutLeg({ of: mara.page, go: letIn, from: "asked" });
  await cutLeg({ of: sam.page, go: open, from: "given" });
  await finish();
  await reads(mara.page, address);
  await readsOnNewDevice(sam.page.context(), sam, address);
});
