import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ChangePassword } from "@/components/auth/change-password";
import { KeysProvider } from "@/components/auth/keys-provider";
import { Recover } from "@/components/auth/recover";
import { clearKeys } from "@/components/keys/clear-keys";
import { findIdentity, startKeyStore } from "@/components/keys/key-store";
import messages from "@/components/messages/en.json";
import { ok } from "@/lib/result";
import { utf8 } from "@/lib/sealing/bytes";
import { makeIdentity, unwrapPrivateKey, wrapPrivateKey } from "@/lib/sealing/identity";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";
import { deriveAccountKeys } from "@/lib/sealing/keys";
import { deriveRecoveryKey, formatRecoveryCode, makeRecoverySecret } from "@/lib/sealing/recovery";

const { goOn, sendSignIn } = vi.hoisted(() => ({ goOn: vi.fn(), sendSignIn: vi.fn() }));
vi.mock("@/components/auth/go-on", () => ({ goOn }));
vi.mock("@/components/auth/send", () => ({ sendSignIn }));
vi.mock("@/components/auth/use-can-seal", () => ({ useCanSeal: () => true }));
// Stretching a password takes a worker, which there is none of here. All that follows from it is real.
const keysOf = async (password: string, salt: string) =>
  deriveAccountKeys(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(`${salt}${password}`))));
vi.mock("@/components/keys/derive-keys", () => ({
  deriveKeys: async (password: string, salt: string) => ok(await keysOf(password, salt)),
}));

const fresh = "four grey herons by the weir";
const old = "four quiet words of a lighthouse";

async function account() {
  const identity = await makeIdentity();
  const secret = makeRecoverySecret();
  const salt = makeSalt();
  return {
    code: formatRecoveryCode(secret),
    publicKey: identity.publicKey,
    salt,
    kdf: kdfDefaults,
    privateKeyByPassword: await wrapPrivateKey((await keysOf(old, salt)).wrapKey, identity),
    privateKeyByRecoveryCode: await wrapPrivateKey(await deriveRecoveryKey(secret), identity),
  };
}

const words = (children: React.ReactNode) => (
  <NextIntlClientProvider locale="en" messages={messages}>
    {children}
  </NextIntlClientProvider>
);
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));

async function openWithCode() {
  const { code, publicKey, privateKeyByRecoveryCode } = await account();
  const of = { email: "mara@example.org", name: "Mara", publicKey, privateKeyByRecoveryCode };
  const withCode = vi.fn(async (_: unknown): Promise<unknown> => ok(null));
  const actions = { open: async () => ok(of), withCode, anew: vi.fn() };
  render(words(<Recover token="the token" actions={actions} />));
  await press("I have my recovery code");
  await screen.findByLabelText("Recovery code");
  return { code, publicKey, withCode };
}

beforeEach(async () => {
  vi.clearAllMocks();
  sendSignIn.mockResolvedValue(ok(null));
  await clearKeys();
});
afterEach(cleanup);

it("sends the very same change again when its answer was lost, and then signs in with its key", async () => {
  const { code, publicKey, withCode } = await openWithCode();
  withCode.mockRejectedValueOnce(new TypeError("no line"));
  type("Recovery code", code);
  type("New password", fresh);
  await press("Set my new password");
  expect(await screen.findByText("The server did not answer")).toBeTruthy();
  expect(sendSignIn).not.toHaveBeenCalled();
  await press("Set my new password");
  await waitFor(() => expect(goOn).toHaveBeenCalledWith("/us"));
  expect(withCode.mock.calls[1]).toEqual(withCode.mock.calls[0]);
  expect(withCode.mock.calls[0]?.[0]).toMatchObject({ token: "the token", publicKey });
  expect((await findIdentity())?.publicKey).toBe(publicKey);
  expect((await findIdentity())?.privateKey.extractable).toBe(false);
});

it("says that a code opens nothing, sends nothing, and keeps what was typed", async () => {
  const { withCode } = await openWithCode();
  const another = formatRecoveryCode(makeRecoverySecret());
  type("Recovery code", another);
  type("New password", fresh);
  await press("Set my new password");
  expect(await screen.findByText(/This code does not open your words/)).toBeTruthy();
  expect(screen.getByDisplayValue(another)).toBeTruthy();
  expect(screen.getByDisplayValue(fresh)).toBeTruthy();
  expect(withCode).not.toHaveBeenCalled();
});

it("says that the new password holds when signing in did not go through", async () => {
  const { code } = await openWithCode();
  sendSignIn.mockResolvedValue({ ok: false, refusal: "unavailable" });
  type("Recovery code", code);
  type("New password", fresh);
  await press("Set my new password");
  expect(await screen.findByRole("heading", { name: "Your new password holds" })).toBeTruthy();
  expect(await findIdentity()).toBeNull();
});

it("changes a password by one request that is the same when pressed again, and leaves this device's key as it is", async () => {
  const { code: _, privateKeyByRecoveryCode: __, ...own } = await account();
  const kept = await unwrapPrivateKey((await keysOf(old, own.salt)).wrapKey, own.privateKeyByPassword, own.publicKey);
  await startKeyStore(kept.ok ? kept.value : null);
  const change = vi.fn(async (_: unknown): Promise<unknown> => ok(null));
  change.mockRejectedValueOnce(new TypeError("no line"));
  render(
    words(
      <KeysProvider loadOwnKeys={async () => ok({ ...own, couples: [] })}>
        <ChangePassword name="Mara" email="mara@example.org" change={change} />
      </KeysProvider>,
    ),
  );
  type("Your password now", old);
  type("Your new password", fresh);
  await press("Change my password");
  expect(await screen.findByText("The server did not answer")).toBeTruthy();
  await press("Change my password");
  expect(await screen.findByRole("heading", { name: "Your password is changed" })).toBeTruthy();
  expect(change.mock.calls[1]).toEqual(change.mock.calls[0]);
  const sent = change.mock.calls[0]?.[0];
  expect(sent).toMatchObject({ publicKey: own.publicKey, oldAuthKey: (await keysOf(old, own.salt)).authKey });
  expect(JSON.stringify(sent)).not.toContain(fresh);
  expect((await findIdentity())?.publicKey).toBe(own.publicKey);
});
