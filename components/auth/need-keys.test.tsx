import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeysProvider } from "@/components/auth/keys-provider";
import { NeedKeys } from "@/components/auth/need-keys";
import type { LoadOwnKeys, OwnKeys } from "@/components/auth/own-keys";
import { clearKeys } from "@/components/keys/clear-keys";
import { startKeyStore } from "@/components/keys/key-store";
import messages from "@/components/messages/en.json";
import { coupleIdSchema } from "@/lib/ids";
import { ok } from "@/lib/result";
import { utf8 } from "@/lib/sealing/bytes";
import { makeCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import { type Identity, makeIdentity, unwrapPrivateKey, wrapPrivateKey } from "@/lib/sealing/identity";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";
import { deriveAccountKeys } from "@/lib/sealing/keys";

// Stretching a password takes a worker, which there is none of here. All that follows from it is real.
vi.mock("@/components/keys/derive-keys", () => ({
  deriveKeys: async (password: string) =>
    ok(await deriveAccountKeys(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(password))))),
}));
// Where there is no worker there would be no form either.
vi.mock("@/components/auth/use-can-seal", () => ({ useCanSeal: () => true }));

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const password = "four quiet words of a lighthouse";

async function makeOwn(sealedBy?: Identity): Promise<{ own: OwnKeys; identity: Identity }> {
  const { wrapKey } = await deriveAccountKeys(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(password))));
  const fresh = await makeIdentity();
  const privateKeyByPassword = await wrapPrivateKey(wrapKey, fresh);
  const identity = await unwrapPrivateKey(wrapKey, privateKeyByPassword, fresh.publicKey);
  if (!identity.ok) throw new Error(identity.refusal);
  const { publicKey } = fresh;
  const sealedCoupleKey = await sealCoupleKeyTo(publicKey, makeCoupleKey(), coupleId, sealedBy ?? fresh);
  const couples = [{ coupleId, sealedCoupleKey }];
  return {
    own: { salt: makeSalt(), kdf: kdfDefaults, publicKey, privateKeyByPassword, couples },
    identity: identity.value,
  };
}

const nothingMore = async () => null;
const pageWith = (loadOwnKeys: LoadOwnKeys, words = (key: CryptoKey) => <p>Open: {key.algorithm.name}</p>) => (
  <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
    <KeysProvider loadOwnKeys={loadOwnKeys}>
      <NeedKeys coupleId={coupleId} load={nothingMore}>
        {words}
      </NeedKeys>
    </KeysProvider>
  </NextIntlClientProvider>
);
const show = (loadOwnKeys: LoadOwnKeys) => render(pageWith(loadOwnKeys));

const opened = () => screen.findByText("Open: AES-GCM");

beforeEach(clearKeys);
afterEach(cleanup);

describe("what stands before a couple's words", () => {
  it("is nothing when the person's key is on this device", async () => {
    const { own, identity } = await makeOwn();
    await startKeyStore(identity);
    show(async () => ok(own));
    expect(await opened()).toBeTruthy();
    expect(screen.queryByLabelText("Password")).toBeNull();
  });

  it("is nothing, and no question to the server, once the couple's key is there as well", async () => {
    const { own, identity } = await makeOwn();
    await startKeyStore(identity);
    const load = vi.fn(async () => ok(own));
    show(load);
    await opened();
    cleanup();
    show(load);
    await opened();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("is the password when this browser forgot its keys; a wrong one is told so and stays in its field", async () => {
    const { own } = await makeOwn();
    show(async () => ok(own));
    const field = await screen.findByLabelText("Password");
    fireEvent.change(field, { target: { value: "another lighthouse" } });
    fireEvent.click(screen.getByRole("button", { name: "Unlock" }));
    expect((await screen.findByRole("alert")).textContent).toContain("does not open your key");
    expect(field).toHaveProperty("value", "another lighthouse");

    fireEvent.change(field, { target: { value: password } });
    fireEvent.click(screen.getByRole("button", { name: "Unlock" }));
    expect(await opened()).toBeTruthy();
  });

  it("is the password when the key here is somebody else's", async () => {
    const { own } = await makeOwn();
    const other = await makeOwn();
    await startKeyStore(other.identity);
    show(async () => ok(own));
    expect(await screen.findByLabelText("Password")).toBeTruthy();
  });

  it("is said when the copy was not sealed by this person: a server's own key does not open anything", async () => {
    const { own, identity } = await makeOwn(await makeIdentity());
    await startKeyStore(identity);
    show(async () => ok(own));
    expect((await screen.findByRole("alert")).textContent).toContain("The key of these words is not here");
  });

  it("does not come back when the page is read again: what is being written below it stays", async () => {
    const { own, identity } = await makeOwn();
    await startKeyStore(identity);
    const field = () => <input aria-label="Draft" />;
    // A page that is read again brings its action as a new function.
    const page = render(pageWith(async () => ok(own), field));
    const draft = await screen.findByLabelText("Draft");
    fireEvent.change(draft, { target: { value: "half a thought" } });
    const asked = vi.fn(async () => ok(own));
    page.rerender(pageWith(asked, field));
    expect(screen.getByLabelText("Draft")).toBe(draft);
    expect(draft).toHaveProperty("value", "half a thought");
    expect(asked).not.toHaveBeenCalled();
  });

  it("is a way to try again when the server did not answer", async () => {
    const { own, identity } = await makeOwn();
    await startKeyStore(identity);
    const load = vi.fn<LoadOwnKeys>().mockRejectedValueOnce(new Error("no network")).mockResolvedValue(ok(own));
    show(load);
    fireEvent.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await opened()).toBeTruthy();
  });
});
