import { afterEach, describe, expect, it, vi } from "vitest";
import type { MadeAccount } from "@/components/auth/make-account";
import { openAccount } from "@/components/auth/open-account";
import { clearKeys } from "@/components/keys/clear-keys";
import { findIdentity } from "@/components/keys/key-store";
import { makeIdentity } from "@/lib/sealing/identity";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";

async function made(): Promise<MadeAccount & { name: string; email: string }> {
  const { publicKey } = await makeIdentity();
  const { privateKey } = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  const wrapped = "wrapped";
  return {
    name: "Mara",
    email: "mara@example.org",
    keys: {
      authKey: "key",
      salt: makeSalt(),
      kdf: kdfDefaults,
      publicKey,
      privateKeyByPassword: wrapped,
      privateKeyByRecoveryCode: wrapped,
    },
    identity: { publicKey, privateKey },
    recoveryCode: "the recovery code",
  };
}

/** A server where signing up and signing in end as told. */
function serve(signUp: object, signInSearch: string) {
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    sent.push(`${path} ${init?.body ?? ""}`);
    const bodies: Record<string, object> = {
      "/api/sign-up": signUp,
      "/api/auth/csrf": { csrfToken: "token" },
      "/api/auth/callback/credentials": { url: `http://localhost:3000/${signInSearch}` },
    };
    return Response.json(bodies[path] ?? {});
  });
  return sent;
}

const done = { ok: true, value: null };
const taken = { ok: false, refusal: "addressTaken" };

afterEach(async () => {
  vi.unstubAllGlobals();
  await clearKeys();
});

describe("opening an account", () => {
  it("is one request for the account, one sign-in, and the key on this device", async () => {
    const sent = serve(done, "");
    const account = await made();
    expect(await openAccount(account, false)).toEqual(done);
    expect(sent.map((each) => each.split(" ")[0])).toEqual([
      "/api/sign-up",
      "/api/auth/csrf",
      "/api/auth/callback/credentials",
    ]);
    expect(sent.join(" ")).not.toContain(account.recoveryCode);
    expect(await findIdentity()).toEqual(account.identity);
  });

  it("for a taken address is refused, and nobody is signed in", async () => {
    const sent = serve(taken, "");
    expect(await openAccount(await made(), false)).toEqual(taken);
    expect(sent).toHaveLength(1);
  });

  it("goes on when the address is taken by this very account, whose first answer was lost", async () => {
    serve(taken, "");
    expect(await openAccount(await made(), true)).toEqual(done);
  });

  it("is refused as taken when it was somebody else's after all", async () => {
    serve(taken, "?error=noMatch");
    expect(await openAccount(await made(), true)).toEqual(taken);
    expect(await findIdentity()).toBeNull();
  });

  it("may be tried again when the sign-in after it got no answer", async () => {
    serve(done, "?error=unavailable");
    expect(await openAccount(await made(), false)).toEqual({ ok: false, refusal: "unavailable" });
  });
});
