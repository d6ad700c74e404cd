import type { APIRequestContext } from "@playwright/test";
import fc from "fast-check";
import { brokenLines } from "./broken-lines";
import { linkCouple } from "./couples";
import { findAction, listActions, listPages, listRoutes } from "./doors";
import { actions } from "./doors/actions";
import { nothing } from "./doors/town";
import { expect, test } from "./fixtures";

/*
 * Random requests at every page, route and action. The sockets have 10,000 of their own in server/realtime/fuzz.db.test.ts.
 */
const runs = 45;
const atOnce = 40;

type Place = { path: string; id: string | null; nearly?: string };
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
  "application/json",
  "text/plain;charset=UTF-8",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "text/html",
);
const anyOrigin = fc.constantFrom<Record<string, string>>(
  {},
  {},
  {},
  { origin: "null" },
  { origin: "http://elsewhere.example" },
  { origin: "nonsense" },
);
const anySearch = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  fc.constantFrom(
    "?before=9999999999999.x",
    "?before=%00",
    "?part=words",
    "?part=chips&before=1.%E0%A4%A",
    "?instead=x&at=1e400",
  ),
  fc.webQueryParameters().map((query) => `?before=${query}`),
);
/** What an action is asked by its own row, with one thing in it changed. */
const nearlyRight = (action: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(), fc.jsonValue(), fc.constantFrom("", "\0", "\u202e", "x".repeat(3_000), -1, 1e300, null))
    .map(([at, value, odd]) => {
      const whole = Object.entries(Object(actions[action]?.input(nothing)));
      const [name] = whole[at % Math.max(1, whole.length)] ?? [];
      const changed = Object.fromEntries(whole.map(([key, one]) => [key, key === name ? (at % 2 ? value : odd) : one]));
      return JSON.stringify([changed]);
    });
const anyPart = fc.oneof(fc.uuid(), fc.constantFrom("%00", "%E0%A4%A", "%", "..%2F", "x".repeat(300)), fc.webPath());

const anyRequest = (): fc.Arbitrary<Asked> => {
  const routes = listRoutes().map((route) => route.replace(/^\w+ /, ""));
  const names = listActions();
  const found = names.map(findAction);
  const place: fc.Arbitrary<Place> = fc.oneof(
    fc
      .constantFrom(...routes, "/api/auth/callback/credentials", "/api/auth/signout")
      .map((path) => ({ path, id: null })),
    fc.constantFrom(...found).map(({ address, id }) => ({ path: address, id })),
    fc
      .constantFrom(...names)
      .chain((name) =>
        nearlyRight(name).map((nearly) => ({ path: findAction(name).address, id: findAction(name).id, nearly })),
      ),
    fc.constantFrom(...listPages()).map((path) => ({ path, id: null })),
    fc.constantFrom(...found).map(({ address }) => ({ path: address, id: "nonsense" })),
  );
  return fc
    .record({
      place,
      part: anyPart,
      method: fc.constantFrom("POST", "POST", "POST", "GET", "PUT", "DELETE"),
      type: anyType,
      origin: anyOrigin,
      body: anyBody,
      search: anySearch,
    })
    .map(({ place: { path, id, nearly }, part, method, type, origin, body, search }) => ({
      path: path.replaceAll(/\[[^\]]+\]/g, part) + (id === null ? search : ""),
      method: id === null ? method : "POST",
      headers: {
        "content-type": nearly === undefined ? type : "text/plain;charset=UTF-8",
        ...(id !== null && { "next-action": id }),
        ...(nearly === undefined && origin),
      },
      body: nearly ?? body,
    }));
};

test("random requests at every page, route and action: no crash, no 500, and nothing written to the log as broken", async ({
  browser,
  server,
}) => {
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const { page } = (await linkCouple(server, ...contexts)).mara;
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
  expect(brokenLines(server)).toEqual([]);
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
    // A line of its own: one that was kept open and is just being closed for idleness would look like a crash.
    headers: { ...headers, connection: "close" },
    maxRedirects: 0,
    ...(method !== "GET" && { data: Buffer.from(body) }),
  });
  return { status: response.status(), body: await response.text() };
}
