import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { isOwnOrigin } from "@/server/realtime/own-origin";

const requestOf = (headers: Record<string, string>, method = "GET") =>
  Object.assign(new IncomingMessage(new Socket()), { headers, method });
const upgrade = { upgrade: "websocket", host: "heard.example" };
const own = (headers: Record<string, string>, method?: string) =>
  isOwnOrigin(requestOf(headers, method), "https://heard.example");

it("a page of this site may open a socket, under its public name and under the name that it was reached by", () => {
  expect(own({ ...upgrade, origin: "https://heard.example" })).toBe(true);
  expect(own({ upgrade: "websocket", host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" })).toBe(true);
});

it.each([
  "https://elsewhere.example",
  "https://heard.example.elsewhere.example",
  "https://heard.example:8443",
  "https://heard.example@elsewhere.example",
  "null",
  "",
  "file://",
])("a page of %j may not", (origin) => {
  expect(own({ ...upgrade, origin })).toBe(false);
});

it("without an origin only a plain read that the browser calls same-origin passes", () => {
  expect(own({ host: "heard.example", "sec-fetch-site": "same-origin" })).toBe(true);
  expect(own({ host: "heard.example", "sec-fetch-site": "cross-site" })).toBe(false);
  expect(own({ host: "heard.example" })).toBe(false);
  expect(own({ host: "heard.example", "sec-fetch-site": "same-origin" }, "POST")).toBe(false);
  expect(own({ ...upgrade, "sec-fetch-site": "same-origin" })).toBe(false);
});
