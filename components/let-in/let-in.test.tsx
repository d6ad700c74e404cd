import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { KeysProvider } from "@/components/auth/keys-provider";
import { clearKeys } from "@/components/keys/clear-keys";
import { findCoupleKey, startKeyStore } from "@/components/keys/key-store";
import { LetIn } from "@/components/let-in/let-in";
import type { KeyStanding, LetInActions } from "@/components/let-in/standing";
import messages from "@/components/messages/en.json";
import { coupleIdSchema } from "@/lib/ids";
import { makeCoupleKey, openSealedCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import { type Identity, makeIdentity } from "@/lib/sealing/identity";

const goOn = vi.hoisted(() => vi.fn());
vi.mock("@/components/auth/go-on", () => ({ goOn }));

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const raw = makeCoupleKey();
const slow = { timeout: 5_000 };

/** As a browser keeps it. */
async function daily(): Promise<Identity> {
  const made = await makeIdentity();
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", made.privateKey);
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, curve, false, ["deriveBits"]);
  return { publicKey: made.publicKey, privateKey };
}

function actions() {
  const yes = () => vi.fn(async (_: unknown) => ({ ok: true as const, value: null }));
  return {
    ask: yes(),
    stop: yes(),
    give: yes(),
    turnAway: yes(),
    take: yes(),
    beginAgain: yes(),
  } satisfies LetInActions;
}

type Shown = { own: Identity; sealedCoupleKey: string; standing: Partial<KeyStanding> & { theirs: string } };

function show({ own, sealedCoupleKey, standing }: Shown, does: LetInActions) {
  const kdf = { memoryKib: 65_536, iterations: 3, parallelism: 1 };
  const couples = [{ coupleId, sealedCoupleKey }];
  const keys = { publicKey: own.publicKey, privateKeyByPassword: "", salt: "", kdf, couples };
  const whole = {
    own: own.publicKey,
    lost: sealedCoupleKey === "",
    theirsLost: false,
    asked: null,
    asks: null,
    ...standing,
  };
  return render(
    <NextIntlClientProvider locale="en" messages={messages}>
      <KeysProvider loadOwnKeys={async () => ({ ok: true, value: keys })}>
        <LetIn coupleId={coupleId} name="Mara" standing={whole} actions={does} />
      </KeysProvider>
    </NextIntlClientProvider>,
  );
}

const press = async (name: string) => {
  const button = await screen.findByRole("button", { name }, slow);
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(false), slow);
  fireEvent.click(button);
};
const words = async () => {
  const list = await screen.findByRole("list", { name: "Six words" }, slow);
  return list.textContent;
};

beforeEach(async () => {
  await clearKeys();
  vi.clearAllMocks();
});
afterEach(cleanup);

describe("whoever lost their keys", () => {
  it("opens what comes from the very key that the words were made of, and keeps a copy of their own", async () => {
    const [sam, mara] = [await daily(), await makeIdentity()];
    await startKeyStore(sam);
    const sealedKey = await sealCoupleKeyTo(sam.publicKey, raw, coupleId, mara);
    const does = actions();
    show({ own: sam, sealedCoupleKey: "", standing: { theirs: mara.publicKey, asked: { sealedKey } } }, does);
    await press("The same: open our words");
    await waitFor(() => expect(goOn).toHaveBeenCalledWith("/us"), slow);
    const sent = does.take.mock.calls[0]?.[0];
    expect(sent).toMatchObject({ coupleId, publicKey: sam.publicKey, sealedKey });
    const copy =
      typeof sent === "object" && sent !== null && "sealedCoupleKey" in sent ? String(sent.sealedCoupleKey) : "";
    expect(await openSealedCoupleKey(sam, copy, coupleId, sam.publicKey)).toEqual({ ok: true, value: raw });
    expect((await findCoupleKey(coupleId))?.extractable).toBe(false);
  });

  it("opens nothing that comes from another key, and keeps and sends nothing", async () => {
    const [sam, mara, host] = [await daily(), await makeIdentity(), await makeIdentity()];
    await startKeyStore(sam);
    const sealedKey = await sealCoupleKeyTo(sam.publicKey, makeCoupleKey(), coupleId, host);
    const does = actions();
    show({ own: sam, sealedCoupleKey: "", standing: { theirs: mara.publicKey, asked: { sealedKey } } }, does);
    await press("The same: open our words");
    expect(await screen.findByText("This could not be opened on this device.", {}, slow)).toBeTruthy();
    expect(does.take).not.toHaveBeenCalled();
    expect(goOn).not.toHaveBeenCalled();
    expect(await findCoupleKey(coupleId)).toBeNull();
  });

  it("sends the same copy again when the answer was lost", async () => {
    const [sam, mara] = [await daily(), await makeIdentity()];
    await startKeyStore(sam);
    const sealedKey = await sealCoupleKeyTo(sam.publicKey, raw, coupleId, mara);
    const does = actions();
    does.take.mockRejectedValueOnce(new TypeError("no line"));
    show({ own: sam, sealedCoupleKey: "", standing: { theirs: mara.publicKey, asked: { sealedKey } } }, does);
    await press("The same: open our words");
    await screen.findByText(/We could not reach the server/, {}, slow);
    await press("The same: open our words");
    await waitFor(() => expect(goOn).toHaveBeenCalled(), slow);
    expect(does.take.mock.calls[1]).toEqual(does.take.mock.calls[0]);
  });
});

describe("whoever lets them in", () => {
  it("sees the words that the other sees, and seals to the very key that they were made of", async () => {
    const [sam, mara] = [await makeIdentity(), await daily()];
    await startKeyStore(mara);
    const sealedCoupleKey = await sealCoupleKeyTo(mara.publicKey, raw, coupleId, mara);
    const does = actions();
    show({ own: mara, sealedCoupleKey, standing: { theirs: sam.publicKey, asks: { answered: false } } }, does);
    const here = await words();
    await press("That's them");
    await waitFor(() => expect(does.give).toHaveBeenCalledOnce(), slow);
    const sent = does.give.mock.calls[0]?.[0];
    expect(sent).toMatchObject({ publicKey: sam.publicKey, ownPublicKey: mara.publicKey });
    const sealed = typeof sent === "object" && sent !== null && "sealedKey" in sent ? String(sent.sealedKey) : "";
    expect(await openSealedCoupleKey(sam, sealed, coupleId, mara.publicKey)).toEqual({ ok: true, value: raw });

    cleanup();
    const own = await daily();
    await startKeyStore(own);
    show({ own, sealedCoupleKey: "", standing: { theirs: mara.publicKey, asked: { sealedKey: null } } }, actions());
    // Another key than Sam's: the words are others.
    expect(await words()).not.toBe(here);
  });

  it("hands nothing over when the words differ", async () => {
    const [sam, mara] = [await makeIdentity(), await daily()];
    await startKeyStore(mara);
    const sealedCoupleKey = await sealCoupleKeyTo(mara.publicKey, raw, coupleId, mara);
    const does = actions();
    show({ own: mara, sealedCoupleKey, standing: { theirs: sam.publicKey, asks: { answered: false } } }, does);
    await press("That's not them");
    await waitFor(() => expect(does.turnAway).toHaveBeenCalledWith({ coupleId, publicKey: sam.publicKey }));
    expect(does.give).not.toHaveBeenCalled();
  });
});

describe("two who have both lost their keys", () => {
  const bothLost = { theirsLost: true, lost: true };

  it("are told so, and the question is one to begin again", async () => {
    const [sam, mara] = [await daily(), await makeIdentity()];
    await startKeyStore(sam);
    const does = actions();
    show({ own: sam, sealedCoupleKey: "", standing: { theirs: mara.publicKey, ...bothLost } }, does);
    expect(await screen.findByRole("heading", { name: "Mara has new keys too" }, slow)).toBeTruthy();
    expect(screen.getByText(/It stays shut for good/)).toBeTruthy();
    await press("Ask Mara to begin again");
    await waitFor(() => expect(does.ask).toHaveBeenCalledWith({ coupleId, publicKey: sam.publicKey }));
  });

  it("get one new key, sealed to each by the one who says yes, and the same one again when the answer was lost", async () => {
    const [sam, mara] = [await makeIdentity(), await daily()];
    await startKeyStore(mara);
    const does = actions();
    does.beginAgain.mockRejectedValueOnce(new TypeError("no line"));
    const standing = { theirs: sam.publicKey, ...bothLost, asks: { answered: false } };
    show({ own: mara, sealedCoupleKey: "", standing }, does);
    await press("That's them: begin again");
    await screen.findByText(/We could not reach the server/, {}, slow);
    expect(await findCoupleKey(coupleId)).toBeNull();
    await press("That's them: begin again");
    await waitFor(() => expect(goOn).toHaveBeenCalledWith("/you/let-in"), slow);
    expect(does.beginAgain.mock.calls[1]).toEqual(does.beginAgain.mock.calls[0]);
    const sent = z
      .object({ sealedKey: z.string(), sealedCoupleKey: z.string() })
      .parse(does.beginAgain.mock.calls[0]?.[0]);
    const mine = await openSealedCoupleKey(mara, sent.sealedCoupleKey, coupleId, mara.publicKey);
    expect(mine.ok).toBe(true);
    expect(await openSealedCoupleKey(sam, sent.sealedKey, coupleId, mara.publicKey)).toEqual(mine);
    expect((await findCoupleKey(coupleId))?.extractable).toBe(false);
    expect(does.give).not.toHaveBeenCalled();
  });

  it("make no key when the words differ", async () => {
    const [sam, mara] = [await makeIdentity(), await daily()];
    await startKeyStore(mara);
    const does = actions();
    const standing = { theirs: sam.publicKey, ...bothLost, asks: { answered: false } };
    show({ own: mara, sealedCoupleKey: "", standing }, does);
    await press("That's not them");
    await waitFor(() => expect(does.turnAway).toHaveBeenCalledWith({ coupleId, publicKey: sam.publicKey }));
    expect(does.beginAgain).not.toHaveBeenCalled();
    expect(await findCoupleKey(coupleId)).toBeNull();
  });

  it("are offered no new key while a copy is there that does not open", async () => {
    const [sam, mara] = [await makeIdentity(), await daily()];
    await startKeyStore(mara);
    const standing = { theirs: sam.publicKey, lost: false, theirsLost: true, asks: { answered: false } };
    show({ own: mara, sealedCoupleKey: "changed on its way", standing }, actions());
    expect(await screen.findByRole("heading", { name: "What you two wrote does not open" }, slow)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

it("whoever still has the key is told that the other's words are shut", async () => {
  const [sam, mara] = [await makeIdentity(), await daily()];
  await startKeyStore(mara);
  const sealedCoupleKey = await sealCoupleKeyTo(mara.publicKey, raw, coupleId, mara);
  show({ own: mara, sealedCoupleKey, standing: { theirs: sam.publicKey, theirsLost: true } }, actions());
  expect(await screen.findByText(/When Mara asks to be let back in, it shows here/, {}, slow)).toBeTruthy();
});
