import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { ok } from "@/lib/result";
import { log } from "@/server/log";
import { openRoute } from "@/server/open-route";

const route = openRoute(z.strictObject({ email: z.string() }), async ({ email }, read) => {
  if (email === "broken") throw new Error("the database is away");
  if (email === "slow") return { ok: false, refusal: "tooManyTries", retryAfterSeconds: 30 };
  return ok(`${email} by ${read("user-agent")}`);
});

const json = { "content-type": "application/json" };
async function post(body: string, headers: Record<string, string> = json) {
  const length = { "content-length": String(Buffer.byteLength(body)) };
  const response = await route(
    new Request("http://localhost/api", { method: "POST", body, headers: { ...length, ...headers } }),
  );
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const invalid = { ok: false, refusal: "invalid" };

describe("an open route", () => {
  it("answers what it was asked, and is kept by nobody", async () => {
    const answer = await post('{"email":"a@b.co"}', { ...json, "user-agent": "Firefox" });
    expect(answer.body).toEqual({ ok: true, value: "a@b.co by Firefox" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it.each(["", "{", "null", "[]", '"text"', "{}", '{"email":5}', '{"email":"a","password":"b"}'])(
    "answers %j with invalid",
    async (body) => {
      expect(await post(body)).toMatchObject({ status: 400, body: invalid });
    },
  );

  it("refuses a form, a page of another site, and what is too large or does not say how large it is", async () => {
    const body = '{"email":"a@b.co"}';
    expect(await post(body, { "content-type": "text/plain" })).toMatchObject({ status: 400, body: invalid });
    expect(await post(body, { ...json, "sec-fetch-site": "cross-site" })).toMatchObject({ status: 400, body: invalid });
    expect(await post(`{"email":"${"a".repeat(20_000)}"}`)).toMatchObject({ status: 400, body: invalid });
    expect(await post(body, { ...json, "content-length": "many" })).toMatchObject({ status: 400, body: invalid });
  });

  it("says how long to wait", async () => {
    const answer = await post('{"email":"slow"}');
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("30");
  });

  it("answers what breaks with unavailable", async () => {
    vi.spyOn(log, "error").mockReturnValue(undefined);
    expect(await post('{"email":"broken"}')).toMatchObject({
      status: 503,
      body: { ok: false, refusal: "unavailable" },
    });
    vi.restoreAllMocks();
  });
});
