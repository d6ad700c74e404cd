import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { goOn } from "@/components/auth/go-on";
import { KeysProvider } from "@/components/auth/keys-provider";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import { findIdentity, startKeyStore } from "@/components/keys/key-store";
import { renderWithWords } from "@/components/ui/test-kit";
import { ok } from "@/lib/result";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";
import { DeleteAccount, type DeleteAccountProps } from "./delete-account";
import { standInDialogs } from "./test-dialogs";

standInDialogs();
vi.mock("@/components/auth/go-on");
// Stretching a password takes a worker, which there is none of here.
vi.mock("@/components/keys/derive-keys", () => ({
  deriveKeys: async (password: string) => ok({ authKey: `key of ${password}` }),
}));

const loadOwnKeys: LoadOwnKeys = async () => ({
  ok: true,
  value: { salt: makeSalt(), kdf: kdfDefaults, publicKey: "", privateKeyByPassword: "", couples: [] },
});
const show = (answer: unknown) => {
  const deleteAccount = vi.fn<DeleteAccountProps["deleteAccount"]>(async () => answer);
  renderWithWords(
    <KeysProvider loadOwnKeys={loadOwnKeys}>
      <DeleteAccount deleteAccount={deleteAccount} />
    </KeysProvider>,
  );
  return deleteAccount;
};
const press = () =>
  act(async () => {
    fireEvent.click(screen.getAllByRole("button", { name: "Delete my account" }).at(-1) ?? document.body);
  });
const type = (password: string) =>
  fireEvent.change(screen.getByLabelText("Your password"), { target: { value: password } });

beforeEach(async () => {
  vi.mocked(goOn).mockClear();
  const { privateKey } = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  await startKeyStore({ publicKey: "own", privateKey });
});

test("nothing is sent without the password and the question; the key is sent, the password never", async () => {
  const deleteAccount = show({ ok: true, value: null });
  await press();
  expect(screen.getByText("Your password is needed for this.")).toBeTruthy();
  type("two shores");
  await press();
  expect(deleteAccount).not.toHaveBeenCalled();
  expect(screen.getByText("Your words are erased, for everyone.")).toBeTruthy();
  await press();
  expect(deleteAccount).toHaveBeenCalledWith({ authKey: "key of two shores", leavesWords: false });
  expect(goOn).toHaveBeenCalledWith("/deleted");
  expect(await findIdentity()).toBeNull();
});

test("words are left only by a choice, and the question says so", async () => {
  const deleteAccount = show({ ok: true, value: null });
  fireEvent.click(screen.getByRole("checkbox", { name: /Leave my words/ }));
  type("two shores");
  await press();
  expect(screen.getByText("Your words stay with those you wrote them with.")).toBeTruthy();
  await press();
  expect(deleteAccount).toHaveBeenCalledWith({ authKey: "key of two shores", leavesWords: true });
});

test("a password that does not fit is said at its field, and the key stays on the device", async () => {
  show({ ok: false, refusal: "noMatch" });
  type("another");
  await press();
  await press();
  expect(screen.getByText("This password does not fit.")).toBeTruthy();
  expect(goOn).not.toHaveBeenCalled();
  expect(await findIdentity()).not.toBeNull();
});
