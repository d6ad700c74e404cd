import { expect, test } from "vitest";
import { actionRequestRefusal } from "./action-request";

type Asked = { body?: string; headers?: Record<string, string>; method?: string };

const ask = ({ body = '[{"name":"Mara"}]', headers = {}, method = "POST" }: Asked) =>
  actionRequestRefusal(
    new Request("http://heard.example/you", {
      method,
      body: method === "POST" ? body : null,
      headers: {
        host: "heard.example",
        "next-action": "7f00",
        "content-type": "text/plain;charset=UTF-8",
        "content-length": `${Buffer.byteLength(body)}`,
        ...headers,
      },
    }),
  );

test("what a page of ours asks is passed on", async () => {
  for (const body of ["[]", '["$undefined"]', '[{"words":{"v":1,"n":"a","c":"b"}}]', '["$$5 a day"]', "[null]"]) {
    expect(await ask({ body })).toBeNull();
  }
  expect(await ask({ headers: { origin: "http://heard.example" } })).toBeNull();
  expect(await ask({ headers: { origin: "https://a.example", "x-forwarded-host": "a.example" } })).toBeNull();
});

test("a request that asks no action is not looked at", async () => {
  const none = { host: "heard.example", "content-type": "application/json", "content-length": "1" };
  expect(
    await actionRequestRefusal(new Request("http://h/api", { method: "POST", body: "{", headers: none })),
  ).toBeNull();
  expect(await ask({ method: "GET" })).toBeNull();
});

test("what no page of ours sends is invalid", async () => {
  const bodies = [
    "",
    "garbage",
    "{}",
    '"x"',
    "[1,2]",
    '["$F1"]',
    '[{"a":["$@0"]}]',
    `[${"[".repeat(99)}${"]".repeat(99)}]`,
  ];
  for (const body of bodies) expect([body, await ask({ body })]).toEqual([body, "invalid"]);
  for (const type of [
    "multipart/form-data",
    "Multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "",
  ]) {
    expect(await ask({ headers: { "content-type": type } })).toBe("invalid");
  }
  expect(await ask({ headers: { "content-length": "many" } })).toBe("invalid");
});

test("a form that posts itself is invalid, asked for or not", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=x", "content-length": "3" };
  const form = new Request("http://heard.example/you", { method: "POST", body: "abc", headers });
  expect(await actionRequestRefusal(form)).toBe("invalid");
});

test("another site is refused as that, whatever it calls itself", async () => {
  for (const origin of ["http://evil.example", "null", "nonsense", "http://heard.example:81", ""]) {
    expect([origin, await ask({ headers: { origin } })]).toEqual([origin, "otherSite"]);
  }
  expect(await ask({ headers: { "sec-fetch-site": "cross-site" } })).toBe("otherSite");
});

test("what is larger than any action of ours is refused before it is read", async () => {
  expect(await ask({ headers: { "content-length": `${128 * 1024 + 1}` } })).toBe("tooLarge");
});
