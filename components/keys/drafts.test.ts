import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { clearDrafts, type DraftPlace, draftsOf, dropDraft, findDraft, saveDraft } from "@/components/keys/drafts";
import { coupleIdSchema } from "@/lib/ids";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const place: DraftPlace = { coupleId, seat: "A", name: "check-in/step/moment" };
const kept = () => JSON.stringify({ ...localStorage });

let key: CryptoKey;
beforeAll(async () => {
  key = await importCoupleKey(makeCoupleKey());
});
beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  clearDrafts();
});

/** Lets every sealing wait until it is let go, so that saves end in another order than they began. */
function holdSealing() {
  const waiting: (() => void)[] = [];
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, "encrypt").mockImplementation(async (...input) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return encrypt(...input);
  });
  return waiting;
}

describe("a draft", () => {
  test("comes back, and nothing of it can be read on the device", async () => {
    const words = { text: "When the door closed." };
    expect(await saveDraft(key, place, words)).toBe("onDevice");
    expect(await findDraft(key, place)).toEqual(words);
    expect(kept()).toContain(coupleId);
    expect(kept()).not.toContain("door");
    expect(kept()).not.toContain(btoa("When the door").slice(0, 12));
  });

  test("does not open elsewhere, for the other seat or by another key", async () => {
    await saveDraft(key, place, "mine");
    const [own] = Object.keys({ ...localStorage });
    const text = localStorage.getItem(own ?? "") ?? "";
    localStorage.setItem((own ?? "").replace("|A|", "|B|"), text);
    localStorage.setItem(`${own}-2`, text);
    expect(await findDraft(key, { ...place, seat: "B" })).toBeUndefined();
    expect(await findDraft(key, { ...place, name: `${place.name}-2` })).toBeUndefined();
    expect(await findDraft(await importCoupleKey(makeCoupleKey()), place)).toBeUndefined();
    expect(await findDraft(key, place)).toBe("mine");
  });

  test("is the last one that was saved, even when an earlier save ends later", async () => {
    const waiting = holdSealing();
    const saves = [saveDraft(key, place, "first"), saveDraft(key, place, "second")];
    const found = findDraft(key, place);
    waiting[1]?.();
    await saves[1];
    waiting[0]?.();
    await Promise.all(saves);
    expect(await found).toBe("second");
    expect(await findDraft(key, place)).toBe("second");
  });

  test("does not come back when it was dropped in the middle of a save", async () => {
    const waiting = holdSealing();
    const save = saveDraft(key, place, "let go");
    dropDraft(place);
    waiting[0]?.();
    await save;
    expect(await findDraft(key, place)).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });

  test("is gone with all others after clearing, and other things stay", async () => {
    localStorage.setItem("look", "dark");
    await saveDraft(key, place, "a");
    await saveDraft(key, { ...place, seat: "B" }, "b");
    clearDrafts();
    expect(await findDraft(key, place)).toBeUndefined();
    expect({ ...localStorage }).toEqual({ look: "dark" });
  });

  test("lasts as long as the page where the device keeps nothing, and never an older one instead", async () => {
    await saveDraft(key, place, "older");
    const full = new Proxy(localStorage, {
      get(storage, name) {
        if (name === "setItem") throw new DOMException("full", "QuotaExceededError");
        const found: unknown = Reflect.get(storage, name);
        return typeof found === "function" ? found.bind(storage) : found;
      },
    });
    vi.stubGlobal("localStorage", full);
    expect(await saveDraft(key, place, "newer")).toBe("inMemory");
    expect(await findDraft(key, place)).toBe("newer");
    expect(localStorage).toHaveLength(0);
  });

  test("that was damaged is as good as none", async () => {
    await saveDraft(key, place, "x");
    for (const name of Object.keys({ ...localStorage })) localStorage.setItem(name, "{");
    expect(await findDraft(key, place)).toBeUndefined();
  });

  test("may be a whole command with the largest sealed words, for the room", async () => {
    const drafts = draftsOf(key, { coupleId, seat: "A" });
    const outgoing = { envelope: { words: "x".repeat(11_000) } };
    await drafts.keep("check-in/outgoing", outgoing);
    expect(await drafts.read("check-in/outgoing")).toEqual(outgoing);
    await drafts.drop("check-in/outgoing");
    expect(await drafts.read("check-in/outgoing")).toBeUndefined();
  });
});
