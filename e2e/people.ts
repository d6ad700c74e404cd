import { randomBytes, randomInt } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { argon2id } from "hash-wasm";
import { type Identity, makeIdentity, wrapPrivateKey } from "@/lib/sealing/identity";
import { kdfDefaults, makeSalt, stretchPassword } from "@/lib/sealing/kdf";
import { type AccountKeys, deriveAccountKeys } from "@/lib/sealing/keys";
import { deriveRecoveryKey, formatRecoveryCode, makeRecoverySecret } from "@/lib/sealing/recovery";

export type Someone = { name: string; email: string; password: string };

/** Somebody who has no account yet. The address is new each time, so tests share one server. */
export function someone(name: string): Someone {
  const own = randomBytes(6).toString("hex");
  return { name, email: `${name.toLowerCase()}.${own}@example.org`, password: "four quiet words of a lighthouse" };
}

/**
 * Lets a browser come from a network address of its own, as people do. The server believes it where it trusts a proxy, as the
 * one for these tests does; otherwise every test would use up the tries of one address.
 */
export async function comeFromElsewhere(page: Page): Promise<void> {
  await page.context().setExtraHTTPHeaders({ "x-forwarded-for": anAddress() });
}

const anAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

/** Signs up by hand: the form, the recovery code, the code asked back. Ends on the page of `next`. Gives the recovery code. */
export async function signUp(page: Page, person: Someone, next = "/us"): Promise<string> {
  await comeFromElsewhere(page);
  await page.goto(`/sign-up?next=${encodeURIComponent(next)}`);
  await fillDetails(page, person);
  const code = await readRecoveryCode(page);
  await page.getByRole("button", { name: "I have it" }).click();
  await page.getByRole("textbox", { name: "Recovery code" }).fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.waitForURL(next);
  return code;
}

export async function fillDetails(page: Page, { name, email, password }: Someone): Promise<void> {
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("checkbox", { name: /I am an adult/ }).check();
  await page.getByRole("button", { name: "Go on" }).click();
}

/** The code on the screen, as it is written. */
export async function readRecoveryCode(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { name: "Your recovery code" })).toBeVisible();
  const groups = await page
    .getByRole("list", { name: "Recovery code in groups" })
    .getByRole("listitem")
    .allInnerTexts();
  return groups.join("-");
}

/** Signs in by hand; waits for nothing afterwards. */
export async function fillSignIn(page: Page, { email, password }: Pick<Someone, "email" | "password">): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/**
 * The quick way to somebody who is signed in on `page`, with their key on that device: the same account by the same key code
 * and the same two requests, without the clicks. Leaves the page on a page of the app that needs no account. The key pair stays
 * here as well, for what a story makes in their name, and so does the recovery code.
 */
export async function makePerson(
  page: Page,
  person: Someone,
): Promise<Someone & { identity: Identity; recoveryCode: string }> {
  const { email, name, password } = person;
  const salt = makeSalt();
  const { authKey, wrapKey } = await deriveHere(password, salt);
  const identity = await makeIdentity();
  const secret = makeRecoverySecret();
  const recoveryKey = await deriveRecoveryKey(secret);
  await post(page, "/api/sign-up", {
    email,
    name,
    agreed: true,
    authKey,
    salt,
    kdf: kdfDefaults,
    publicKey: identity.publicKey,
    privateKeyByPassword: await wrapPrivateKey(wrapKey, identity),
    privateKeyByRecoveryCode: await wrapPrivateKey(recoveryKey, identity),
  });
  await signInByRequest(page, email, authKey);
  await page.goto("/not-therapy");
  await keepOnDevice(page, identity);
  return { ...person, identity, recoveryCode: formatRecoveryCode(secret) };
}

/** What a browser makes of a password. */
export async function deriveHere(password: string, salt: string): Promise<AccountKeys> {
  const stretch = ({ memoryKib, ...input }: Parameters<Parameters<typeof stretchPassword>[0]>[0]) =>
    argon2id({ ...input, memorySize: memoryKib, hashLength: 32, outputType: "binary" });
  const master = await stretchPassword(stretch, password, salt, kdfDefaults);
  if (!master.ok) throw new Error(master.refusal);
  return deriveAccountKeys(master.value);
}

async function post(page: Page, path: string, data: unknown): Promise<void> {
  const response = await page.request.post(path, { data, headers: { "x-forwarded-for": anAddress() } });
  expect(response.status(), `${path}: ${await response.text()}`).toBe(200);
}

/** What the sign-in page sends. The cookie stays with the page's browser. */
async function signInByRequest(page: Page, email: string, authKey: string): Promise<void> {
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const response = await page.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, authKey, json: "true" },
    headers: { "x-forwarded-for": anAddress() },
  });
  const { url } = await response.json();
  expect(new URL(url).search).toBe("");
}

/** As components/keys/key-store lays it down: a handle that no script can read the key out of. */
async function keepOnDevice(page: Page, { publicKey, privateKey }: Identity): Promise<void> {
  const pkcs8 = [...new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey))];
  await page.evaluate(
    async ({ publicKey, pkcs8 }) => {
      const curve = { name: "ECDH", namedCurve: "P-256" };
      const key = await crypto.subtle.importKey("pkcs8", new Uint8Array(pkcs8), curve, false, ["deriveBits"]);
      await new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("heard", 1);
        open.onerror = () => reject(open.error);
        open.onupgradeneeded = () => open.result.createObjectStore("keys");
        open.onsuccess = () => {
          const transaction = open.result.transaction("keys", "readwrite");
          transaction.objectStore("keys").put({ publicKey, privateKey: key }, "identity");
          transaction.oncomplete = () => {
            open.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      });
    },
    { publicKey, pkcs8 },
  );
}
