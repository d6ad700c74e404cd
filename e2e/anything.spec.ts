import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import fc from "fast-check";
import { findAction, listActions, listPages, listRoutes } from "./doors";
import { expect, test } from "./fixtures";
import { makePerson, someone } from "./people";

/*
 * Random requests at every page, route and action. The sockets have 10,000 of their own in server/realtime/fuzz.db.test.ts.
 */
const runs = 60;
const atOnce = 40;

type Asked = { path: string; method: string; headers: Record<string, string>; body: string };

const anyBody = fc.oneof(
  { weight: 4, arbitrary: fc.json() },
  { weight: 4, arbitrary: fc.jsonValue().map((value) => JSON.stringify([value])) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5_000 }).map((n) => "[".repeat(n) + "]".repeat(n)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('["$F1"]', '["$@1"]', '["$K1"]', '["$undefined"]', '{"__proto__":{"ok":true}}', ""),
  },
  { weight: 1, arbitrary: fc.constant(`["${"x".repeat(140_000)}"]`) },
);
const anyType = fc.constantFrom(
  ...["application/json", "text/plain;charset=UTF-8", "application/x-www-form-urlencoded", "multipart/form-data"],
  ...["multipart/form-data; boundary=x", "text/html"],
);
const anyOrigin = fc.constantFrom<Record<string, string>>(
  {},
  {},
  {},
  { origin: "null" },
  { origin: "http://elsewhere.example" },
  { origin: "nonsense" },
);
const anyPart = fc.oneof(fc.uuid(), fc.constantFrom("%00", "%E0%A4%A", "%", "..%2F", "x".repeat(300)), fc.webPath());

const anyRequest = (): fc.Arbitrary<Asked> => {
  const posts = listRoutes()
    .filter((route) => route.startsWith("POST"))
    .map((route) => route.slice("POST ".length));
  const actions = listActions().map(findAction);
  const place = fc.oneof(
    fc
      .constantFrom(...posts, "/api/auth/callback/credentials", "/api/auth/signout")
      .map((path) => ({ path, id: null })),
    fc.constantFrom(...actions).map(({ address, id }) => ({ path: address, id })),
    fc.constantFrom(...listPages()).map((path) => ({ path, id: null })),
    fc.constantFrom(...actions).map(({ address }) => ({ path: address, id: "nonsense" })),
  );
  return fc
    .record({
      place,
      part: anyPart,
      method: fc.constantFrom("POST", "POST", "POST", "GET", "PUT", "DELETE"),
      type: anyType,
      origin: anyOrigin,
      body: anyBody,
    })
    .map(({ place: { path, id }, part, method, type, origin, body }) => ({
      path: path.replace(/\[[^\]]+\]/, part),
      method: id === null ? method : "POST",
      headers: { "content-type": type, ...(id !== null && { "next-action": id }), ...origin },
      body,
    }));
};

test("random requests at every page, route and action: no crash, no 500, and nothing written to the log as broken", async ({
  page,
  server,
}) => {
  await makePerson(page, someone("Mara"));
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyRequest(), { minLength: atOnce, maxLength: atOnce }), async (batch) => {
      const answers = await Promise.all(batch.map((each) => send(page.request, each)));
      asked += batch.length;
      expect(batch.filter((_, index) => (answers[index]?.status ?? 500) >= 500)).toEqual([]);
      for (const { body } of answers)
        if (body.startsWith('{"ok":false')) expect(JSON.parse(body)).toHaveProperty("refusal");
    }),
    { numRuns: runs, endOnFailure: true },
  );
  expect(asked).toBe(runs * atOnce);
  expect((await page.request.get("/api/ready")).status()).toBe(200);
  expect(
    readFileSync(server.logFile, "utf8")
      .split("\n")
      .filter((line) => /"level":(5|6)0/.test(line)),
  ).toEqual([]);
});

test("what Next could not read is refused by a name before it gets there", async ({ page, server }) => {
  await page.goto("/not-therapy");
  const { id, address } = findAction("app/actions.ts#loadOwnKeys");
  const ask = async (headers: Record<string, string>, body: string) => {
    const response = await page.request.post(address, {
      headers: { "next-action": id, ...headers },
      data: Buffer.from(body),
    });
    return [response.status(), await response.text()];
  };
  const text = { "content-type": "text/plain;charset=UTF-8" };
  const refused = (refusal: string) => JSON.stringify({ ok: false, refusal });
  expect(await ask(text, "garbage")).toEqual([400, refused("invalid")]);
  expect(await ask({ "content-type": "multipart/form-data; boundary=x" }, "garbage")).toEqual([
    400,
    refused("invalid"),
  ]);
  expect(await ask({ ...text, origin: "http://elsewhere.example" }, "[]")).toEqual([403, refused("otherSite")]);
  expect(await ask({ ...text, origin: "nonsense" }, "[]")).toEqual([403, refused("otherSite")]);
  expect(await ask(text, `["${"x".repeat(140_000)}"]`)).toEqual([413, refused("tooLarge")]);
  const own = await ask({ ...text, origin: server.url }, '["$undefined"]');
  expect(own[0]).toBe(200);
  expect(String(own[1])).toContain(refused("signedOut"));
  expect((await page.request.fetch("/you", { method: "PUT" })).status()).toBe(405);
  expect((await page.request.get("/join/%E0%A4%A")).status()).toBe(200);
  await page.goto("/join/%E0%A4%A");
  await expect(page.getByRole("heading", { name: "There is no such invitation" })).toBeVisible();
});

async function send(request: APIRequestContext, { path, method, headers, body }: Asked) {
  const response = await request.fetch(path, {
    method,
    headers,
    maxRedirects: 0,
    ...(method !== "GET" && { data: Buffer.from(body) }),
  });
  return { status: response.status(), body: await response.text() };
}
