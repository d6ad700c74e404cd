import type { APIRequestContext } from "@playwright/test";
import { brokenLines } from "./broken-lines";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { askAction } from "./doors/ask-action";
import { closedEndpoints, hostile, hostileTokens } from "./doors/hostile";
import { nothing } from "./doors/town";
import { expect, test } from "./fixtures";
import { startServer } from "./start-server";

test("what is sent to the plan, to exports, to devices and to links is answered by its own name, however large or odd", async ({
  browser,
  server,
}) => {
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const { mara } = await linkCouple(server, ...contexts);
  const { request } = mara.page;
  for (const [action, input, answer] of hostile) {
    const asked = `${action} ${JSON.stringify(input).slice(0, 200)}`;
    expect(`${asked}: ${await askAction(request, action, input)}`).toBe(`${asked}: ${answer}`);
  }
  const keys = { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) };
  for (const endpoint of closedEndpoints) {
    const response = await request.post("/api/push", { data: { subscription: { endpoint, keys }, replaces: null } });
    expect([endpoint, response.status(), await response.json()]).toEqual([
      endpoint,
      400,
      { ok: false, refusal: "invalid" },
    ]);
  }
  const big = {
    subscription: { endpoint: "https://push.heard.example/x", keys },
    replaces: null,
    more: "x".repeat(20_000),
  };
  expect((await request.post("/api/push", { data: big })).status()).toBe(400);
  for (const token of hostileTokens) {
    for (const path of [
      `/api/calendar/${token}`,
      `/api/planned/${token}`,
      `/unsubscribe/${token}`,
      `/recover/${token}`,
    ]) {
      const { status, headers } = await look(request, "GET", path);
      expect([path, [200, 400, 404].includes(status), headers["set-cookie"]]).toEqual([path, true, undefined]);
      if (!path.startsWith("/recover")) expect([path, status]).not.toEqual([path, 200]);
    }
    for (const method of ["GET", "POST"]) {
      const { status, headers } = await look(request, method, `/api/unsubscribe/${token}`);
      expect([token, [303, 400, 404].includes(status), headers["set-cookie"]]).toEqual([token, true, undefined]);
      if (method === "POST") expect([token, status]).not.toEqual([token, 303]);
    }
  }
  const kept = await queryDatabase(
    server,
    `SELECT d."endpoint" FROM "PushSubscription" d JOIN "Person" p ON p."id" = d."personId" WHERE p."email" = $1`,
    [mara.email],
  );
  expect(kept).toEqual([]);
  expect(brokenLines(server)).toEqual([]);
});

test("the operator's mailbox opens by the token alone, whatever else is tried", async () => {
  const token = "only the operator knows this one";
  const server = await startServer({ OPERATOR_TOKEN: token });
  try {
    const open = async (body: string, headers: Record<string, string> = {}) => {
      const sent = { "content-type": "application/x-www-form-urlencoded", ...headers };
      const response = await fetch(`${server.url}/operator/mail/open`, {
        method: "POST",
        redirect: "manual",
        headers: sent,
        body,
      });
      return { to: response.headers.get("location"), cookie: response.headers.get("set-cookie") };
    };
    const refused = { to: "/operator/mail?refused=1", cookie: null };
    const right = new URLSearchParams({ token }).toString();
    for (const body of ["", "token=", "token=%00", "nonsense", `token=${"x".repeat(20_000)}`, "token=%E0%A4%A"]) {
      expect([body.slice(0, 20), await open(body)]).toEqual([body.slice(0, 20), refused]);
    }
    expect(await open(right, { "sec-fetch-site": "cross-site" })).toEqual(refused);
    const { to, cookie } = await open(right);
    expect([to, cookie]).toEqual(["/operator/mail", expect.stringMatching(/HttpOnly; SameSite=Strict/)]);

    const [id] = (
      await queryDatabase(
        server,
        `INSERT INTO "HeldMail" ("id", "to", "subject", "raw")
         VALUES (gen_random_uuid(), 'ada@example.org', 'A held subject', 'Subject: A held subject') RETURNING "id"`,
      )
    ).map((row) => String(row.id));
    const read = async (path: string, given: string) => {
      const response = await fetch(`${server.url}${path}`, { headers: { cookie: given } });
      return [response.status, (await response.text()).includes("ada@example.org")];
    };
    const [, proof = ""] = /^[^=]+=([^;]+)/.exec(cookie ?? "") ?? [];
    for (const given of [
      "",
      "heard-operator=",
      `heard-operator=${proof.replace(/.$/, "")}`,
      `heard-operator=${token}`,
    ]) {
      expect(await read("/operator/mail", given)).toEqual([200, false]);
      expect(await read(`/operator/mail/${id}`, given)).toEqual([404, false]);
    }
    expect(await read("/operator/mail", `heard-operator=${proof}`)).toEqual([200, true]);
    expect(await read(`/operator/mail/${id}`, `heard-operator=${proof}`)).toEqual([200, true]);
    for (const odd of ["x", "%00", nothing.mailId]) {
      expect(await read(`/operator/mail/${odd}`, `heard-operator=${proof}`)).toEqual([404, false]);
    }
    expect(brokenLines(server)).toEqual([]);
  } finally {
    await server.dispose();
  }
});

async function look(request: APIRequestContext, method: string, path: string) {
  const response = await request.fetch(path, { method, maxRedirects: 0 });
  return { status: response.status(), headers: response.headers() };
}
