import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type DerivePhase, deriveMasterKey } from "@/components/keys/derive";
import { deriveKeys } from "@/components/keys/derive-keys";
import type { DeriveReport, DeriveRequest } from "@/components/keys/derive-worker";
import { toBase64url } from "@/lib/sealing/bytes";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";

const masterKey = Uint8Array.from({ length: 32 }, (_, i) => i);

/** A worker that answers as it is told to, and remembers what happened to it. */
class FakeWorker extends EventTarget {
  static answers: (DeriveReport | "error")[] = [];
  static last: FakeWorker | null = null;
  asked: DeriveRequest[] = [];
  ended = false;
  constructor() {
    super();
    FakeWorker.last = this;
  }
  postMessage(request: DeriveRequest) {
    this.asked.push(request);
    for (const data of FakeWorker.answers)
      this.dispatchEvent(data === "error" ? new Event("error") : new MessageEvent("message", { data }));
  }
  terminate() {
    this.ended = true;
  }
}

const answers = (...reports: (DeriveReport | "error")[]) => {
  FakeWorker.answers = reports;
};

beforeEach(() => {
  FakeWorker.last = null;
  vi.stubGlobal("Worker", FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

describe("deriving a master key", () => {
  test("runs in a worker that is ended afterwards, and says what goes on", async () => {
    answers({ phase: "working" }, { phase: "done", masterKey });
    const phases: DerivePhase[] = [];
    const salt = makeSalt();
    const derived = await deriveMasterKey("kettle moss window", salt, kdfDefaults, (phase) => phases.push(phase));
    expect(derived).toEqual({ ok: true, value: masterKey });
    expect(phases).toEqual(["loading", "working"]);
    expect(FakeWorker.last?.ended).toBe(true);
    expect(FakeWorker.last?.asked).toMatchObject([kdfDefaults]);
    expect(toBase64url(FakeWorker.last?.asked[0]?.salt ?? new Uint8Array(0))).toBe(salt);
  });

  test("says cannotDerive where the browser cannot, and ends the worker all the same", async () => {
    for (const report of [{ phase: "done", masterKey: null } as const, "error" as const]) {
      answers(report);
      expect(await deriveMasterKey("kettle", makeSalt(), kdfDefaults)).toEqual({ ok: false, refusal: "cannotDerive" });
      expect(FakeWorker.last?.ended).toBe(true);
    }
  });

  test("says cannotDerive where there are no workers", async () => {
    vi.stubGlobal("Worker", undefined);
    expect(await deriveMasterKey("kettle", makeSalt(), kdfDefaults)).toEqual({ ok: false, refusal: "cannotDerive" });
  });

  test("never shows the password to settings that are too weak", async () => {
    const weak = { ...kdfDefaults, memoryKib: 1024 };
    expect(await deriveMasterKey("kettle", makeSalt(), weak)).toEqual({ ok: false, refusal: "tooWeak" });
    expect(FakeWorker.last).toBeNull();
  });
});

describe("deriving keys", () => {
  test("gives the key that signs in and the key that wraps", async () => {
    answers({ phase: "done", masterKey: masterKey.slice() });
    const keys = await deriveKeys("kettle moss window", makeSalt(), kdfDefaults);
    expect(keys).toMatchObject({ ok: true, value: { authKey: "4GxM8mOSSagVfDoyCbyodcBOO3hKz8cQYCWQajb-_y4" } });
    expect(keys.ok && keys.value.wrapKey.extractable).toBe(false);
  });
});
