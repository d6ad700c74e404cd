import { afterEach, describe, expect, it, vi } from "vitest";
import { askSalt, sendSignIn } from "@/components/auth/send";

const token = { csrfToken: "a".repeat(64) };
const salt = { salt: "AAAAAAAAAAAAAAAAAAAAAA", kdf: { memoryKib: 65536, iterations: 3, parallelism: 1 } };

/** Answers one after another; a text is a page that is no JSON, null a network that is not there. */
function answer(...bodies: (object | string | null)[]) {
  const asked = vi.fn(async (_path: string, _init?: RequestInit) => {
    const body = bodies.shift() ?? null;
    if (body === null) throw new TypeError("fetch failed");
    return new Response(typeof body === "string" ? body : JSON.stringify(body));
  });
  vi.stubGlobal("fetch", asked);
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const signInWith = (search: string) => {
  answer(token, { url: `http://localhost:3000/api/auth/error${search}` });
  return sendSignIn("mara@example.org", "key");
};

describe("what a browser makes of an answer", () => {
  it("is a yes", async () => {
    answer({ ok: true, value: salt });
    expect(await askSalt("mara@example.org")).toEqual({ ok: true, value: salt });
  });

  it("sends the address and the key, and next-auth's own fields, and nothing else", async () => {
    const asked = answer(token, { url: "http://localhost:3000" });
    expect(await sendSignIn("mara@example.org", "key")).toEqual({ ok: true, value: null });
    const body = new URLSearchParams(String(asked.mock.calls[1]?.[1]?.body));
    expect([...body.keys()].sort()).toEqual(["authKey", "csrfToken", "email", "json"]);
  });

  it.each([
    ["?error=noMatch", { ok: false, refusal: "noMatch" }],
    ["?error=tooManyTries%3A90", { ok: false, refusal: "tooManyTries", retryAfterSeconds: 90 }],
    ["?csrf=true", { ok: false, refusal: "cookiesOff" }],
    ["?error=Callback", { ok: false, refusal: "unavailable" }],
  ])("is a named refusal for %s", async (search, refusal) => {
    expect(await signInWith(search)).toEqual(refusal);
  });

  it.each([
    ["a proxy's error page", "<html>Bad gateway</html>"],
    ["a salt of another shape", { ok: true, value: { ...salt, salt: "x" } }],
    ["a refusal of another version", { ok: false, refusal: "somethingNew" }],
    ["nothing", null],
  ])("is unavailable for %s", async (_, body) => {
    answer(body);
    expect(await askSalt("mara@example.org")).toEqual({ ok: false, refusal: "unavailable" });
  });

  it("is offline when the browser knows that it is", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    answer(null);
    expect(await askSalt("mara@example.org")).toEqual({ ok: false, refusal: "offline" });
    vi.restoreAllMocks();
  });
});
