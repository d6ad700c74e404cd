import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeysProvider } from "@/components/auth/keys-provider";
import { NeedIdentity } from "@/components/auth/need-identity";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import messages from "@/components/messages/en.json";
import type { Identity } from "@/lib/sealing/identity";

const findIdentity = vi.hoisted(() => vi.fn<() => Promise<Identity | null>>());
const clearKeys = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock("@/components/keys/key-store", () => ({ findIdentity, startKeyStore: vi.fn() }));
vi.mock("@/components/keys/clear-keys", () => ({ clearKeys }));

const own = async (publicKey: string): Promise<Identity> => {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  return { publicKey, privateKey: pair.privateKey };
};
// Another function each time, as a server action is whenever its page is read again.
const keysOf = (publicKey: string): LoadOwnKeys => {
  const kdf = { memoryKib: 65_536, iterations: 3, parallelism: 1 };
  return async () => ({ ok: true, value: { publicKey, privateKeyByPassword: "", salt: "", kdf, couples: [] } });
};

function Page({ loadOwnKeys }: { loadOwnKeys: LoadOwnKeys }) {
  return (
    <NextIntlClientProvider locale="en" messages={messages}>
      <KeysProvider loadOwnKeys={loadOwnKeys}>
        <NeedIdentity>{() => <input aria-label="Words" />}</NeedIdentity>
      </KeysProvider>
    </NextIntlClientProvider>
  );
}

beforeEach(() => vi.clearAllMocks());
afterEach(cleanup);

describe("a page that needs one's own key", () => {
  it("keeps what is being typed when it is read again", async () => {
    findIdentity.mockResolvedValue(await own("mine"));
    const page = render(<Page loadOwnKeys={keysOf("mine")} />);
    const words = await screen.findByRole("textbox", { name: "Words" });
    fireEvent.change(words, { target: { value: "Half a sent" } });
    page.rerender(<Page loadOwnKeys={keysOf("mine")} />);
    expect(screen.getByRole("textbox", { name: "Words" })).toBe(words);
    expect(screen.getByDisplayValue("Half a sent")).toBe(words);
  });

  it("asks for the password where the key is gone", async () => {
    findIdentity.mockResolvedValue(null);
    render(<Page loadOwnKeys={keysOf("mine")} />);
    expect(await screen.findByRole("heading", { name: "Unlock on this device" })).toBeTruthy();
  });

  it("uses no key of somebody who was here before, nor one that was given up, and forgets it", async () => {
    findIdentity.mockResolvedValue(await own("theirs"));
    render(<Page loadOwnKeys={keysOf("mine")} />);
    expect(await screen.findByRole("heading", { name: "Unlock on this device" })).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: "Words" })).toBeNull();
    expect(clearKeys).toHaveBeenCalledOnce();
  });
});
